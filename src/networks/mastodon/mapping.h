// Mastodon's JSON as our values. Everything here is pure: text in, values out.
//
// One item that cannot be read is left out and never spoils the rest of its page. Texts are valid
// UTF-8 without NUL, spans lie inside them on character boundaries, and addresses are http(s).
//
// A post's HTML becomes its text. Its mentions are made whole there: "@name@host", so that a text
// says who is meant wherever it is read. Custom emoji stay ":name:".
//
// What an author said of a post as a whole is kept with its labels: "cw:WORDS" is a content
// warning, "sensitive" covers its pictures, "visibility:private" and "visibility:direct" are posts
// that not everybody can read ("visibility:unlisted": everybody, but no timeline shows it).

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "networks/connector.h"

namespace rapport::mastodon {

inline constexpr std::string_view kWarning = "cw:";
inline constexpr std::string_view kSensitive = "sensitive";
inline constexpr std::string_view kVisibility = "visibility:";

// Whose eyes an answer was made for.
struct Eyes {
  std::string host;    // of the server, as in native ids
  std::string domain;  // of its handles
  std::string us;      // native id of our account; empty if there is none yet
};

// One page of notifications, newest first.
struct NotificationPage {
  struct Item {
    Time at;
    std::optional<NetworkPost> post;                // of a mention or quote
    std::optional<NetworkInteraction> interaction;  // of a favourite, boost or follow
  };
  std::vector<Item> items;
  int unknown = 0;  // of kinds we do not use, or that could not be read
  int items_in_all = 0;
  std::optional<Time> oldest;
  std::string last_id;  // of the last item, for servers that tell no next page
};
Result<NotificationPage> read_notifications(const std::string& body, const Eyes& eyes);

// An array of statuses: a timeline, somebody's posts, or (`under`) part of an object.
struct StatusPage {
  std::vector<NetworkPost> posts;  // without boosts
  int items_in_all = 0;
  std::optional<Time> oldest;
  std::optional<Time> newest;
  std::string last_id;
};
Result<StatusPage> read_statuses(const std::string& body, const Eyes& eyes,
                                 std::string_view under = {});

Result<NetworkPost> read_status(const std::string& body, const Eyes& eyes);

// /api/v1/statuses/:id/context, by when they were said.
struct ContextPage {
  std::vector<NetworkPost> ancestors;  // from the root down
  std::vector<NetworkPost> descendants;
};
Result<ContextPage> read_context(const std::string& body, const Eyes& eyes);

// What an answer or a quote has to know of a post before it goes out.
struct Subject {
  NetworkPost post;
  std::string visibility;    // "public", "unlisted", "private", "direct"; empty: not told
  std::string spoiler_text;  // as the server wrote it
  bool sensitive = false;
  std::vector<std::string> mentioned;  // whole handles, without us and who wrote it
};
Result<Subject> read_subject(const std::string& body, const Eyes& eyes);

Result<NetworkAccount> read_account(const std::string& body, const Eyes& eyes);

// What stands between us and an account, of /api/v1/accounts/relationships.
struct Relation {
  bool following = false;
  bool requested = false;  // asked for, and not granted yet
  bool followed_by = false;
  bool muting = false;
  bool blocking = false;
  bool blocked_by = false;
};
// The first of an array, or of an object itself.
Result<Relation> read_relation(const std::string& body);

}  // namespace rapport::mastodon
