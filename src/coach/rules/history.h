// What was said between them and us before the post at hand: in its thread, and elsewhere.

#pragma once

#include "coach/view.h"

namespace rapport::coach {

// Did they have to write again about the same thing?
bool asked_again(const View& view);
// Does the draft own that they had to?
bool owns_asking_again(const View& view);

// What we told them already, as Finding::earlier counts it, that this draft nearly repeats.
std::vector<std::size_t> told_already(const View& view);

// Short texts of the same letters may say another thing: do most words of each stand in the other?
bool says_the_same(const Side& draft, std::string_view other);

}  // namespace rapport::coach
