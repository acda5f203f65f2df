#include "methods/rows.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "source_dir.h"
#include "text/reading/features.h"

namespace rapport::methods {
namespace {

void append_utf8(std::uint32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3fU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3fU));
    out += static_cast<char>(0x80U | (c & 0x3fU));
  } else {
    out += static_cast<char>(0xf0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3fU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3fU));
    out += static_cast<char>(0x80U | (c & 0x3fU));
  }
}

// The sources' ways to write a character: "&amp;", "&#128514;", "\u2019", "\n".
std::string unescaped(std::string_view text) {
  static constexpr std::pair<std::string_view, char> kNamed[] = {
      {"&amp;", '&'},  {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'},
      {"&nbsp;", ' '}, {"\\\"", '"'}, {"\\n", ' '}};
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (rest[0] != '&' && rest[0] != '\\') {
      out += text[i++];
      continue;
    }
    bool done = false;
    for (const auto& [name, c] : kNamed) {
      if (rest.starts_with(name)) {
        out += c;
        i += name.size();
        done = true;
        break;
      }
    }
    if (done) continue;
    char* end = nullptr;
    if (rest.starts_with("\\u") && rest.size() >= 6) {
      const std::string digits(rest.substr(2, 4));
      const auto c = std::strtoul(digits.c_str(), &end, 16);
      if (end == digits.c_str() + 4 && (c < 0xd800 || c > 0xdfff) && c != 0) {
        append_utf8(static_cast<std::uint32_t>(c), out);
        i += 6;
        continue;
      }
    } else if (rest.starts_with("&#")) {
      const std::string digits(rest.substr(2, 8));
      const auto c = std::strtoul(digits.c_str(), &end, 10);
      if (end != digits.c_str() && *end == ';' && c != 0 && c < 0x110000) {
        append_utf8(static_cast<std::uint32_t>(c), out);
        i += 3 + static_cast<std::size_t>(end - digits.c_str());
        continue;
      }
    }
    out += text[i++];
  }
  return out;
}

std::unordered_set<std::uint64_t> fingerprints_of_files(
    std::initializer_list<std::string_view> names) {
  std::unordered_set<std::uint64_t> out;
  const std::filesystem::path root(data_folder());
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const std::string name = entry.path().filename().string();
    if (std::ranges::find(names, name) == names.end()) continue;
    for (const Row& row : load_rows(entry.path().lexically_relative(root).string())) {
      out.insert(fingerprint(row.text));
    }
  }
  return out;
}

}  // namespace

std::string data_folder() {
  const char* given = std::getenv("RAPPORT_DATA");
  const std::filesystem::path folder =
      given != nullptr ? std::filesystem::path(given)
                       : std::filesystem::path(RAPPORT_SOURCE_DIR) / ".." / "shared" / "data";
  return std::filesystem::exists(folder / "README.md") ? folder.lexically_normal().string() : "";
}

std::vector<Row> load_rows(const std::string& path) {
  std::ifstream in(data_folder() + "/" + path);
  if (!in) {
    std::fprintf(stderr, "%s is not in the shared data folder\n", path.c_str());
    std::exit(1);
  }
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const std::size_t first = line.find('\t');
    if (first == std::string::npos) continue;
    const std::size_t last = line.rfind('\t');
    Row row;
    row.label = line.substr(0, first);
    row.text = unescaped(std::string_view(line).substr(last + 1));
    if (last > first) row.extra = line.substr(first + 1, last - first - 1);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Row> load_texts(const std::string& path) {
  std::ifstream in(data_folder() + "/" + path);
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.rfind('\t');
    rows.push_back({"", unescaped(tab == std::string::npos ? line : line.substr(tab + 1)), ""});
  }
  return rows;
}

Split load_split(const std::string& folder) {
  Split split;
  split.train = load_rows(folder + "/train.tsv");
  if (std::filesystem::exists(data_folder() + "/" + folder + "/dev.tsv")) {
    split.dev = load_rows(folder + "/dev.tsv");
  }
  split.test = load_rows(folder + "/test.tsv");
  return split;
}

std::uint64_t fingerprint(std::string_view text) {
  std::string kept;
  bool word_begins = true;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (word_begins && (c == '@' || text.substr(i).starts_with("http"))) {
      while (i < text.size() && text[i] != ' ') ++i;
      continue;
    }
    word_begins = c == ' ';
    if (c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) kept += text[i];
    if (c >= 'A' && c <= 'Z') kept += static_cast<char>(c + 0x20);
    ++i;
  }
  return hash_of(kept);
}

const std::unordered_set<std::uint64_t>& test_fingerprints() {
  static const std::unordered_set<std::uint64_t> all =
      fingerprints_of_files({"test.tsv", "oos_test.tsv"});
  return all;
}

const std::unordered_set<std::uint64_t>& held_out_fingerprints() {
  static const std::unordered_set<std::uint64_t> all =
      fingerprints_of_files({"test.tsv", "oos_test.tsv", "dev.tsv", "oos_dev.tsv"});
  return all;
}

std::vector<Row> without(std::vector<Row> rows, const std::unordered_set<std::uint64_t>& held_out,
                         std::string_view name) {
  const std::size_t before = rows.size();
  std::erase_if(rows, [&](const Row& row) { return held_out.contains(fingerprint(row.text)); });
  if (rows.size() != before) {
    std::fprintf(stderr, "  %.*s: %zu of %zu rows left out, whose text is held out somewhere\n",
                 static_cast<int>(name.size()), name.data(), before - rows.size(), before);
  }
  return rows;
}

Labels Labels::of(const std::vector<Row>& rows) {
  std::vector<std::string> names;
  for (const Row& row : rows) names.push_back(row.label);
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return Labels(std::move(names));
}

int Labels::index(std::string_view name) const {
  const auto at = std::ranges::find(names_, name);
  return at == names_.end() ? -1 : static_cast<int>(at - names_.begin());
}

std::vector<int> Labels::gold(const std::vector<Row>& rows) const {
  std::vector<int> out;
  out.reserve(rows.size());
  for (const Row& row : rows) out.push_back(index(row.label));
  return out;
}

std::vector<std::string> texts_of(const std::vector<Row>& rows) {
  std::vector<std::string> out;
  out.reserve(rows.size());
  for (const Row& row : rows) out.push_back(row.text);
  return out;
}

std::vector<int> make_folds(std::size_t size, int folds, std::uint64_t seed) {
  std::vector<int> out(size);
  for (std::size_t i = 0; i < size; ++i) {
    out[i] = static_cast<int>(i % static_cast<std::size_t>(folds));
  }
  // Not std::shuffle, whose order differs between standard libraries.
  std::mt19937_64 random(seed);
  for (std::size_t i = size; i > 1; --i) std::swap(out[i - 1], out[random() % i]);
  return out;
}

}  // namespace rapport::methods
