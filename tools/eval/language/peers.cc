#include "peers.h"

#include <vector>

#include "text/language/language.h"

#ifdef RAPPORT_HAS_CLD2
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#endif
#ifdef RAPPORT_HAS_FASTTEXT
#include <fasttext/fasttext.h>

#include <istream>
#include <streambuf>
#endif

namespace rapport {
namespace {

class Ours final : public Identifier {
 public:
  explicit Ours(std::shared_ptr<const LanguageModel> model) : model_(std::move(model)) {}
  std::string_view name() const override { return "rapport"; }
  std::string guess(const std::string& text, const std::set<std::string>& among) override {
    if (among.empty()) return std::string(model_->guess(text, {}).tag);
    if (among != among_) {
      among_ = among;
      const std::vector<std::string_view> tags(among_.begin(), among_.end());
      set_ = model_->set_of(tags);
    }
    return std::string(model_->guess_among(text, {}, set_).tag);
  }
  std::size_t time(const std::string& text) override { return model_->guess(text, {}).tag.size(); }

 private:
  std::shared_ptr<const LanguageModel> model_;
  std::set<std::string> among_;
  LanguageSet set_;
};

#ifdef RAPPORT_HAS_CLD2
// Names at most three languages, so a restriction picks from these.
class Cld2 final : public Identifier {
 public:
  std::string_view name() const override { return "CLD2"; }
  std::string guess(const std::string& text, const std::set<std::string>& among) override {
    CLD2::Language top[3];
    int percent[3];
    double score[3];
    int bytes = 0;
    bool reliable = false;
    const CLD2::CLDHints none = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    const CLD2::Language first = CLD2::ExtDetectLanguageSummary(
        text.data(), static_cast<int>(text.size()), true, &none, CLD2::kCLDFlagBestEffort, top,
        percent, score, nullptr, &bytes, &reliable);
    if (among.empty()) return our_tag(CLD2::LanguageCode(first));
    for (const CLD2::Language one : {first, top[0], top[1], top[2]}) {
      const std::string tag = our_tag(CLD2::LanguageCode(one));
      if (among.contains(tag)) return tag;
    }
    return "und";
  }
  std::size_t time(const std::string& text) override {
    CLD2::Language top[3];
    int percent[3];
    double score[3];
    int bytes = 0;
    bool reliable = false;
    const CLD2::CLDHints none = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    return static_cast<std::size_t>(CLD2::ExtDetectLanguageSummary(
        text.data(), static_cast<int>(text.size()), true, &none, CLD2::kCLDFlagBestEffort, top,
        percent, score, nullptr, &bytes, &reliable));
  }
};
#endif

#ifdef RAPPORT_HAS_FASTTEXT
// A line of text as a stream, without a copy.
class Line final : public std::streambuf {
 public:
  explicit Line(const std::string& text) {
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

class FastText final : public Identifier {
 public:
  explicit FastText(const std::string& model) { model_.loadModel(model); }
  std::string_view name() const override { return "lid.176"; }
  std::string guess(const std::string& text, const std::set<std::string>& among) override {
    predict(text, among.empty() ? 1 : 176);
    for (const auto& [p, label] : found_) {
      const std::string tag = our_tag(std::string_view(label).substr(9));  // "__label__"
      if (among.empty() || among.contains(tag)) return tag;
    }
    return "und";
  }
  std::size_t time(const std::string& text) override {
    predict(text, 1);
    return found_.size();
  }

 private:
  void predict(const std::string& text, int count) {
    Line line(text);
    std::istream in(&line);
    found_.clear();
    model_.predictLine(in, found_, count, 0);
  }

  ::fasttext::FastText model_;
  std::vector<std::pair<::fasttext::real, std::string>> found_;
};
#endif

}  // namespace

std::string our_tag(std::string_view theirs) {
  if (theirs == "no") return "nb";
  if (theirs == "iw") return "he";
  if (theirs == "fil") return "tl";
  if (theirs == "in") return "id";
  if (theirs == "un" || theirs.empty()) return "und";
  if (theirs.starts_with("zh")) return "zh";
  if (theirs == "sr-ME") return "sr";
  return std::string(theirs);
}

std::unique_ptr<Identifier> ours(const std::string& model) {
  auto opened = LanguageModel::open(model);
  if (!opened) return nullptr;
  return std::make_unique<Ours>(std::move(*opened));
}

std::unique_ptr<Identifier> cld2() {
#ifdef RAPPORT_HAS_CLD2
  return std::make_unique<Cld2>();
#else
  return nullptr;
#endif
}

std::unique_ptr<Identifier> fasttext(const std::string& model) {
#ifdef RAPPORT_HAS_FASTTEXT
  return std::make_unique<FastText>(model);
#else
  (void)model;
  return nullptr;
#endif
}

}  // namespace rapport
