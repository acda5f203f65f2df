// How the brand wants to sound: emoji, words, formality, jokes, warmth, and how it signs.

#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

const Phrases& jokes() {
  static const Phrases kPhrases = {
      {"", {"haha*|hehe*|lol|lmao|rofl|jaja*|hihi"}},
      {"en", {"just kidding", "only joking", "get it", "pun intended"}},
      {"de", {"spaß beiseite", "kleiner scherz"}},
      {"fr", {"je plaisante", "mdr"}},
      {"es", {"es broma"}},
      {"pt", {"é brincadeira", "kkk*"}},
      {"it", {"scherzo"}},
  };
  return kPhrases;
}

const Phrases& too_casual() {
  static const Phrases kPhrases = {
      {"en",
       {"hey|hiya|yo", "yeah|yep|nope|yup", "gonna|wanna|gotta|kinda|dunno", "thx|ty|pls|plz|u|ur",
        "guys|folks|mate|buddy|dude", "cheers", "no worries", "my bad", "oops", "btw|tbh|imo|lol"}},
      {"de",
       {"du|dich|dir|dein|deine|deinen|deiner|euch|euer|eure|euren", "hey|hi|moin|na", "sorry"}},
      {"fr", {"tu|te|toi|ton|ta|tes", "salut|coucou", "ouais"}},
      {"es", {"tú|te|tu|tus|contigo", "buenas", "vale|guay"}},
      {"pt", {"tu|te|teu|tua|contigo", "oi", "valeu"}},
      {"it", {"tu|ti|tuo|tua|tuoi", "ciao"}},
  };
  return kPhrases;
}

const Phrases& too_formal() {
  static const Phrases kPhrases = {
      {"en",
       {"dear", "kind|best|warm regards", "yours sincerely|faithfully|truly", "sir|madam",
        "to whom it may concern"}},
      {"de",
       {"sehr geehrte*", "freundlichen|freundliche grüßen|grüße", "ihnen|ihre|ihren|ihrem|ihrer"}},
      {"fr", {"vous|votre|vos", "cordialement", "madame|monsieur"}},
      {"es", {"usted|ustedes", "estimado|estimada", "atentamente", "un cordial saludo"}},
      {"pt",
       {"prezado|prezada|estimado|estimada", "atenciosamente", "com os melhores cumprimentos"}},
      {"it", {"gentile", "cordiali saluti", "distinti saluti"}},
  };
  return kPhrases;
}

const Phrases& warm_words() {
  static const Phrases kPhrases = {
      {"en",
       {"please",
        "glad|happy|love|lovely|good|great|nice|fair|hope|enjoy|welcome|congratulations|"
        "wonderful|delighted|pleased"}},
      {"de", {"gern|gerne|freut|freuen|schön|hoffe|hoffen|bitte|willkommen|viel"}},
      {"fr", {"ravi|ravie|ravis|heureux|heureuse|plaisir|bienvenue|beau|belle"}},
      {"es", {"encantado|encantada|encanta|gusto|bien|bueno|buena|bienvenido|alegra"}},
      {"pt", {"prazer|bem-vindo|bom|boa|feliz|contente"}},
      {"it", {"piacere|bello|bella|felice|contento|contenta|benvenuto"}},
  };
  return kPhrases;
}

// From so many words on a reply has room for a kind one.
constexpr std::size_t kRoomForWarmth = 8;

Finding remark(std::string why, std::string next, std::vector<Span> spans) {
  Finding out;
  out.rule = Rule::kTone;
  out.severity = Severity::kConsider;
  out.why = std::move(why);
  out.next = std::move(next);
  out.draft_spans = std::move(spans);
  return out;
}

std::vector<Span> spans_of_all(const Side& side, const std::vector<std::string_view>& phrases) {
  std::vector<Span> out;
  for (const std::string_view phrase : phrases) {
    for (const Span& span : spans_of_words(side, phrase)) out.push_back(span);
  }
  std::sort(out.begin(), out.end(), [](const Span& a, const Span& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::uint32_t end = 0;
  std::erase_if(out, [&end](const Span& span) {
    const bool inside = span.begin < end;
    end = std::max(end, span.end);
    return inside;
  });
  return out;
}

void review_emoji(const View& view, Findings& out) {
  const EmojiUse use = view.exchange->voice.emoji;
  if (use == EmojiUse::kMany) return;
  const std::size_t most = use == EmojiUse::kNone ? 0 : 2;
  const std::vector<Span>& emoji = view.draft.emoji;
  if (emoji.size() <= most) return;
  Finding finding =
      remark(most == 0 ? "Your voice goes without emoji." : "Your voice has two emoji at the most.",
             "Leave them out, or say it in words.",
             {emoji.begin() + static_cast<std::ptrdiff_t>(most), emoji.end()});
  finding.replace = "";
  out.push_back(std::move(finding));
}

void review_formality(const View& view, Findings& out) {
  const Formality formality = view.exchange->voice.formality;
  if (formality == Formality::kEven) return;
  const bool formal = formality == Formality::kFormal;
  std::vector<Span> spans = (formal ? too_casual() : too_formal()).spans(view.draft);
  if (spans.empty()) return;
  out.push_back(remark(
      formal ? "Your voice is more formal than this." : "Your voice is more relaxed than this.",
      formal ? "Say it a little more carefully." : "Say it as you would to somebody you know.",
      std::move(spans)));
}

// Is there anything in it for the person, and not only for the matter?
bool is_warm(const View& view) {
  const Side& draft = view.draft;
  if (!draft.emoji.empty() || greeting_phrases().any(draft) || thanks_phrases().any(draft) ||
      sorry_phrases().any(draft) || warm_words().any(draft)) {
    return true;
  }
  if (std::find(view.speech.begin(), view.speech.end(), Speech::kAsks) != view.speech.end()) {
    return true;
  }
  return !view.first_name.empty() && !spans_of_words(draft, view.first_name).empty();
}

void review_warmth(const View& view, Findings& out) {
  const Warmth warmth = view.exchange->voice.warmth;
  if (view.draft.language.empty()) return;
  if (warmth == Warmth::kWarm && view.draft.words.size() >= kRoomForWarmth && !is_warm(view)) {
    out.push_back(remark("Your voice is warm, and this is all matter.",
                         "Add a word that is meant for them.", {}));
  }
  if (warmth != Warmth::kBrisk) return;
  std::vector<Span> spans = spans_of(view, Speech::kBoiler);
  std::erase_if(spans, [&view](const Span& span) { return span.end - span.begin < 12; });
  if (spans.size() < 2) return;
  out.push_back(remark("Your voice comes to the point, and these sentences say little.",
                       "Leave them out.", std::move(spans)));
}

void review_signature(const View& view, Findings& out) {
  const std::string_view signature = trim(view.exchange->voice.signature);
  if (signature.empty() || view.draft.text.find(signature) != std::string_view::npos) return;
  out.push_back(remark("Your replies are signed, and this one isn't.",
                       "End it with \"" + std::string(signature) + "\".", {}));
}

}  // namespace

void review_voice(const View& view, Findings& out) {
  const Voice& voice = view.exchange->voice;
  review_emoji(view, out);
  if (std::vector<Span> spans = spans_of_all(view.draft, voice.avoid); !spans.empty()) {
    out.push_back(remark(spans.size() == 1 ? "This is a word that your voice avoids."
                                           : "These are words that your voice avoids.",
                         "Find one of your own for it.", std::move(spans)));
  }
  review_formality(view, out);
  if (voice.humour == Humour::kNone) {
    if (std::vector<Span> spans = jokes().spans(view.draft); !spans.empty()) {
      out.push_back(remark("Your voice doesn't joke.", "Say it straight.", std::move(spans)));
    }
  }
  review_warmth(view, out);
  review_signature(view, out);
  if (std::vector<Span> spans = spans_of_all(view.draft, voice.love); !spans.empty()) {
    Finding finding = remark("This is a word of yours.", "", std::move(spans));
    finding.severity = Severity::kNice;
    out.push_back(std::move(finding));
  }
}

}  // namespace rapport::coach
