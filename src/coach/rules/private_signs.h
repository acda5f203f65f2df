// What of a draft is somebody's own, a kind a file. Each adds the spans of the draft to `out`.
//
// What they wrote themselves, in the post or before it in the thread, is there already, and is
// none.

#pragma once

#include <string_view>
#include <vector>

#include "coach/view.h"

namespace rapport::coach {

bool they_wrote(const View& view, std::string_view words);
// Is a number, or how much there is of something ("5000 points")? `end` is behind the figures.
bool counts_something(const Side& side, std::uint32_t end);

void find_addresses(const View& view, std::vector<Span>& out);  // of e-mail
void find_numbers(const View& view, std::vector<Span>& out);    // of a phone, an order, an account
void find_codes(const View& view, std::vector<Span>& out);      // "KQ7T2M"
void find_streets(const View& view, std::vector<Span>& out);
void find_births(const View& view, std::vector<Span>& out);
void find_rooms(const View& view, std::vector<Span>& out);

}  // namespace rapport::coach
