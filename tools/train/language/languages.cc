#include "languages.h"

namespace rapport {

const std::vector<std::vector<std::string>> kGroupLanguages = {
    {"af", "az", "bs", "ca", "cs", "cy", "da", "de", "en", "eo", "es", "et", "eu",
     "fi", "fr", "ga", "gl", "hr", "hu", "id", "is", "it", "la", "lg", "lt", "lv",
     "mi", "ms", "nb", "nl", "nn", "pl", "pt", "ro", "sk", "sl", "sn", "so", "sq",
     "st", "sv", "sw", "tl", "tn", "tr", "ts", "vi", "xh", "yo", "zu"},
    {"be", "bg", "kk", "mk", "mn", "ru", "sr", "uk"},
    {"ar", "fa", "ur"},
    {"hi", "mr"},
};

const std::map<Script, std::string> kOnly = {
    {Script::kGreek, "el"},   {Script::kArmenian, "hy"},  {Script::kHebrew, "he"},
    {Script::kBengali, "bn"}, {Script::kGurmukhi, "pa"},  {Script::kGujarati, "gu"},
    {Script::kOriya, "or"},   {Script::kTamil, "ta"},     {Script::kTelugu, "te"},
    {Script::kKannada, "kn"}, {Script::kMalayalam, "ml"}, {Script::kSinhala, "si"},
    {Script::kThai, "th"},    {Script::kLao, "lo"},       {Script::kTibetan, "bo"},
    {Script::kMyanmar, "my"}, {Script::kGeorgian, "ka"},  {Script::kEthiopic, "am"},
    {Script::kKhmer, "km"},   {Script::kHangul, "ko"},    {Script::kKana, "ja"},
    {Script::kHan, "zh"},
};

const std::vector<std::string> kMajor = {"de", "en", "es", "fr", "it", "nl", "pt", "pl",
                                         "tr", "sv", "id", "vi", "cs", "da", "fi", "hu",
                                         "ro", "nb", "ar", "ru", "uk", "fa", "hi"};

float prior_of(const std::string& tag) {
  static const std::map<std::string, float> kPriors = {
      {"en", 1.0F},  {"es", 0.8F},  {"pt", 0.7F},  {"fr", 0.7F},  {"de", 0.7F}, {"it", 0.7F},
      {"nl", 0.7F},  {"tr", 0.5F},  {"id", 0.6F},  {"pl", 0.4F},  {"sv", 0.4F}, {"cs", 0.3F},
      {"da", 0.4F},  {"fi", 0.3F},  {"hu", 0.3F},  {"ro", 0.3F},  {"nb", 0.2F}, {"vi", 0.3F},
      {"gl", -1.0F}, {"la", -0.4F}, {"eo", -0.4F}, {"nn", -0.2F}, {"ru", 0.5F}, {"uk", 0.2F},
      {"bg", 0.2F},  {"ar", 0.3F},  {"fa", 0.3F},  {"hi", 0.4F}};
  const auto at = kPriors.find(tag);
  return at == kPriors.end() ? 0 : at->second;
}

}  // namespace rapport
