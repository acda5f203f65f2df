#include "model/tag.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<TagColor, 9> kColors{{{TagColor::kGray, "gray"},
                                      {TagColor::kRed, "red"},
                                      {TagColor::kOrange, "orange"},
                                      {TagColor::kYellow, "yellow"},
                                      {TagColor::kGreen, "green"},
                                      {TagColor::kTeal, "teal"},
                                      {TagColor::kBlue, "blue"},
                                      {TagColor::kViolet, "violet"},
                                      {TagColor::kPink, "pink"}}};

}  // namespace

std::string_view to_word(TagColor color) { return kColors.word(color); }
std::optional<TagColor> tag_color_of(std::string_view word) { return kColors.find(word); }

}  // namespace rapport
