#include "http/wire/voice.h"

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

constexpr TextRule kWords{.least = 0, .most = 1000};

}  // namespace

std::string voice_json(const VoiceView& view) {
  const BrandVoice& voice = view.voice;
  return json::serialize(json::object{{"warmth", to_word(voice.warmth)},
                                      {"formality", to_word(voice.formality)},
                                      {"emoji", to_word(voice.emoji)},
                                      {"humour", to_word(voice.humour)},
                                      {"signature", voice.signature},
                                      {"avoid", texts_part(voice.avoid)},
                                      {"love", texts_part(voice.love)},
                                      {"names", texts_part(voice.names)},
                                      {"allowed_promises", texts_part(voice.promises)},
                                      {"require_clean", voice.require_clean},
                                      {"changed_by", text_or_null(view.changed_by)},
                                      {"changed_at", time_json(voice.changed_at)}});
}

Result<BrandVoice> read_voice(std::string_view text) {
  BodyReader body(text);
  BrandVoice voice;
  voice.warmth = body.word<Warmth>("warmth", warmth_of);
  voice.formality = body.word<Formality>("formality", formality_of);
  voice.emoji = body.word<EmojiUse>("emoji", emoji_use_of);
  voice.humour = body.word<Humour>("humour", humour_of);
  voice.signature = body.text("signature", kWords);
  for (const char* name : {"avoid", "love", "names", "allowed_promises", "require_clean"}) {
    if (!body.has(name)) return invalid("This is missing.", name);
  }
  voice.avoid = body.optional_texts("avoid", 1000, kWords);
  voice.love = body.optional_texts("love", 1000, kWords);
  voice.names = body.optional_texts("names", 1000, kWords);
  voice.promises = body.optional_texts("allowed_promises", 1000, kWords);
  voice.require_clean = body.optional_yes_no("require_clean", false);
  RAPPORT_TRY(body.finish());
  return voice;
}

std::vector<schema::Named> voice_schemas() {
  using namespace schema;
  const auto longest = static_cast<int>(Coaching::kLongestWords);
  json::object word_list = list(text(longest, 1));
  word_list["maxItems"] = Coaching::kMostWords;
  const std::vector<Field> fields = {
      {"warmth", words({"brisk", "even", "warm"})},
      {"formality", words({"casual", "even", "formal"})},
      {"emoji", words({"none", "few", "many"})},
      {"humour", words({"none", "some"})},
      {"signature", text(static_cast<int>(Coaching::kLongestSignature))},
      {"avoid", word_list},
      {"love", word_list},
      {"names", word_list},
      {"allowed_promises", word_list},
      {"require_clean", yes_no()}};
  std::vector<Field> shown = fields;
  shown.push_back({"changed_by", or_null(text())});
  shown.push_back({"changed_at", or_null(time())});
  return {{"Voice", object(shown)}, {"VoiceBody", object(fields)}};
}

}  // namespace rapport
