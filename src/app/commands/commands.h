// What the program can be told to do, a file each. Each returns what the process ends with.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/generate/generate.h"
#include "base/result.h"

namespace rapport {

enum ExitCode {
  kOk = 0,
  kFailed = 1,      // something went wrong
  kUsage = 2,       // the command or a setting was wrong
  kNotAllowed = 3,  // not signed in, or not allowed to
  kNotFound = 4,
  kUnreachable = 5,  // the server or the database cannot be reached
};

int run_serve(Config config);
int run_demo(Config config);

struct ChannelAddOptions {
  std::string handle;
  std::string network = "bluesky";
  std::string service;
};
int run_channel_add(const Config& config, const ChannelAddOptions& options);
int run_channel_list(const Config& config);

struct NoticeOptions {
  std::string email;
  std::string webhook;
  std::string secret;
};
int run_notice(const Config& config, const NoticeOptions& options);

struct MemberAddOptions {
  std::string email;
  std::string name;
  std::string role = "agent";
  std::string workspace;  // name; needed if there are several, or for the first owner
};
int run_member_add(Config config, const MemberAddOptions& options);

struct MemberOptions {
  std::string email;
  std::string role;       // of member role
  std::string workspace;  // name; needed if there are several
};
int run_member_list(Config config, const MemberOptions& options);
int run_member_role(Config config, const MemberOptions& options);
int run_member_remove(Config config, const MemberOptions& options);

struct WorkspaceAddOptions {
  std::string name;
  std::string owner;  // e-mail of somebody who owns a workspace already
};
int run_workspace_add(Config config, const WorkspaceAddOptions& options);
int run_workspace_list(Config config);

struct TokenCreateOptions {
  std::string email;
  std::string name = "command line";
  std::string workspace;  // name; needed if they work in several
};
int run_token_create(Config config, const TokenCreateOptions& options);

struct ArticlesOptions {
  std::string path;             // of import a folder, a file or an export; of export a folder
  std::string workspace;        // name; needed if there are several
  std::string language = "en";  // of articles that say none
};
int run_articles_import(Config config, const ArticlesOptions& options);
int run_articles_export(Config config, const ArticlesOptions& options);
int run_articles_list(Config config, const ArticlesOptions& options);

struct InboxOptions {
  std::string conversation;  // empty: the list
  std::string state = "open";
  std::string search;
  std::string tag;  // name of a tag; empty: all
  // What was read of those who wait; empty: all.
  std::string sentiment;
  std::string intent;
  std::string reason;        // key
  std::string topic;         // name
  bool needs_reply = false;  // those alone
  bool urgent = false;       // those alone
  bool by_priority = false;  // what matters first
  std::string export_as;     // json, md or txt: the whole conversation as a document
  bool notes = false;        // in the document, too
  bool mine = false;
  bool json = false;
};
int run_inbox(const Config& config, const InboxOptions& options);

struct ReadOptions {
  int threads = 1;
};
int run_read(const Config& config, const ReadOptions& options);

struct CoachOptions {
  int threads = 1;
};
int run_coach(const Config& config, const CoachOptions& options);

struct MatchOptions {
  std::string monitors;  // a file of JSON lines {"id", "query"}
  int threads = 1;
};
int run_match(const Config& config, const MatchOptions& options);

struct SuggestOptions {
  std::string articles;  // a folder of Markdown files; empty: each line brings its own
  int most = 3;
  int threads = 1;
};
int run_suggest(const SuggestOptions& options);

struct QueryOptions {
  std::string query;  // "-": from standard input
  bool json = false;
  bool strict = false;  // AND beside OR without brackets is an error
  std::string dialect;  // another tool's, to be taken over; empty: ours
};
int run_query(const QueryOptions& options);

struct BackfillOptions {
  std::string monitor;  // name or id; empty: all
  std::string channel;  // handle; empty: the only one
  int days = 30;
  std::string from;  // a day or a time; empty: `days` ago
  std::string to;    // the same; empty: now
  bool wait = true;
  bool json = false;
};
int run_backfill(const Config& config, const BackfillOptions& options);

struct ReplyOptions {
  std::string conversation;
  std::string text;  // "-": from standard input
  std::string post;  // empty: the one that waits longest
  bool yes = false;  // also if someone answered meanwhile
  bool wait = true;  // until it stands on the network
};
int run_reply(const Config& config, const ReplyOptions& options);

struct BackupOptions {
  std::string file;
  bool with_key = false;
};
int run_backup(Config config, const BackupOptions& options);
int run_restore(Config config, const std::string& file);

// `until`: the day the history ends, empty for today.
int run_generate(Config config, GenerateOptions options, const std::string& until);

int run_version();
int run_openapi();

// Says what went wrong on standard error and gives the code that fits.
int complain(const Error& error);

}  // namespace rapport
