// Replies of servers that speak the Mastodon API, made by hand in the shape that the documentation
// and real servers have: pictures of one world for tests.
//
// We are northwind@social.example with the account id 9 on https://social.example. Ana writes from
// elsewhere.example.

#pragma once

#include <string>
#include <string_view>

namespace rapport::mastodon::testing {

inline constexpr std::string_view kOrigin = "https://social.example";

std::string account(std::string_view id, std::string_view acct, std::string_view name);
std::string us();   // 9
std::string ana();  // 41

// A status; `more` is spliced in and may overwrite nothing: it holds further members, each ending
// with a comma.
std::string status(std::string_view id, const std::string& account, std::string_view content,
                   std::string_view created_at, std::string_view more = {});

std::string notification(std::string_view id, std::string_view type, std::string_view created_at,
                         const std::string& account, const std::string& status);

// /api/v2/instance of Mastodon 4.5, and /api/v1/instance of an older Pleroma.
std::string instance();
std::string old_instance();

// What ana says to us: with our name, a long link, a tag, a picture, under a content warning.
std::string mention();

// The stored sign-in of our channel.
std::string secret();

}  // namespace rapport::mastodon::testing
