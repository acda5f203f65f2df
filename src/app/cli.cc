#include "app/cli.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <optional>
#include <string>

#include "app/commands/commands.h"
#include "app/completion.h"
#include "app/config.h"
#include "base/log.h"
#include "http/version.h"

namespace rapport {
namespace {

LogLevel log_level(const std::string& word) {
  if (word == "debug") return LogLevel::kDebug;
  if (word == "warn") return LogLevel::kWarn;
  if (word == "error") return LogLevel::kError;
  return LogLevel::kInfo;
}

std::string footer() {
  std::string out =
      "Settings come from a file, the environment and flags, each winning over those before it.\n"
      "The file is --config, else $RAPPORT_CONFIG, else ~/.config/rapport/rapport.toml, else\n"
      "/etc/rapport/rapport.toml. In it, bluesky.plc is written as plc under [bluesky].\n\n";
  for (const SettingHelp& each : setting_help()) {
    std::string line = "  " + std::string(each.key);
    line.resize(std::max<std::size_t>(line.size() + 1, 27), ' ');
    line += std::string(each.environment);
    line.resize(std::max<std::size_t>(line.size() + 1, 60), ' ');
    out += line + std::string(each.what) + "\n";
  }
  out +=
      "\nExit codes: 0 all went well, 1 it failed, 2 wrong usage, 3 not allowed, 4 not found,\n"
      "5 server or database out of reach.\n";
  return out;
}

// What is shared while the command line is read: the chosen command is run at the end.
struct Choice {
  std::optional<std::string> config_file;
  Flags flags;
  std::function<int(Config)> run;
};

// A flag that is a setting of the file, too.
void add_setting(CLI::App& command, Choice& choice, const std::string& flag, const std::string& key,
                 const std::string& what) {
  command.add_option_function<std::string>(
      flag, [&choice, key](const std::string& value) { choice.flags.emplace_back(key, value); },
      what);
}

void add_data(CLI::App& command, Choice& choice, const std::string& standard) {
  add_setting(command, choice, "--data", "data",
              "Folder of the database and its key (" + standard + ")");
}

// The two settings that say where everything is kept.
void add_place(CLI::App& command, Choice& choice, const std::string& standard) {
  add_data(command, choice, standard);
  add_setting(
      command, choice, "--database", "database",
      "PostgreSQL instead of a file there: postgresql://user@host/name. One with a password "
      "is better given as RAPPORT_DATABASE, which others cannot see");
}

void add_client(CLI::App& command, Choice& choice) {
  add_setting(command, choice, "--server", "client.server",
              "Server to call (http://127.0.0.1:8080)");
  add_setting(command, choice, "--token", "client.token",
              "Personal token; better given as RAPPORT_TOKEN, which others cannot see");
}

void add_serving(CLI::App& app, Choice& choice) {
  auto* serve = app.add_subcommand(
      "serve", "Run the desk: hear the connected accounts, serve the web app, deliver replies");
  add_place(*serve, choice, "~/.local/share/rapport");
  add_setting(*serve, choice, "--listen", "listen", "Address to listen on (127.0.0.1)");
  add_setting(*serve, choice, "--port", "port", "Port to listen on (8080)");
  add_setting(*serve, choice, "--public-url", "public_url",
              "How browsers reach it, if through a proxy");
  serve->callback([&choice] { choice.run = run_serve; });

  auto* demo = app.add_subcommand(
      "demo", "Try Rapport with a made-up brand and its customers; needs no account");
  add_place(*demo, choice, "~/.local/share/rapport-demo");
  add_setting(*demo, choice, "--port", "port", "Port to listen on (8080)");
  demo->callback([&choice] { choice.run = run_demo; });
}

void add_channel(CLI::App& app, Choice& choice) {
  auto* channel = app.add_subcommand("channel", "Accounts that this desk speaks as");
  channel->require_subcommand(1);

  static ChannelAddOptions options;
  auto* add = channel->add_subcommand("add",
                                      "Connect an account, or a feed by its address. The app "
                                      "password of an account is asked for, or "
                                      "read from standard input or RAPPORT_APP_PASSWORD");
  add->add_option("handle", options.handle, "Handle of the account: cafe.example")->required();
  add->add_option("--network", options.network, "Its network (bluesky)")
      ->check(CLI::IsMember({"bluesky", "feed"}));
  add->add_option("--service", options.service,
                  "Server that holds the account, if it cannot be found by the handle");
  add_client(*add, choice);
  add->callback([&choice] {
    choice.run = [](const Config& config) { return run_channel_add(config, options); };
  });

  auto* list = channel->add_subcommand("list", "Show the connected accounts");
  add_client(*list, choice);
  list->callback([&choice] { choice.run = run_channel_list; });
}

void add_team(CLI::App& app, Choice& choice) {
  auto* member = app.add_subcommand("member", "People of the team");
  member->require_subcommand(1);
  static MemberAddOptions add_options;
  auto* add = member->add_subcommand(
      "add",
      "Add a member. The password is asked for, or read from standard input or "
      "RAPPORT_PASSWORD. Opens the database");
  add->add_option("email", add_options.email, "What they sign in with")->required();
  add->add_option("--name", add_options.name, "What the team calls them")->required();
  add->add_option("--role", add_options.role, "What they may do (agent)")
      ->check(CLI::IsMember({"owner", "admin", "agent", "analyst", "viewer"}));
  add->add_option("--workspace", add_options.workspace,
                  "Name of the workspace; needed for the first owner, or if there are several");
  add_place(*add, choice, "~/.local/share/rapport");
  add->callback([&choice] {
    choice.run = [](Config config) { return run_member_add(std::move(config), add_options); };
  });

  static MemberOptions options;
  const auto of_member = [&choice](CLI::App& command) {
    command.add_option("--workspace", options.workspace,
                       "Name of the workspace; needed if there are several");
    add_place(command, choice, "~/.local/share/rapport");
  };
  auto* list = member->add_subcommand("list", "Show the team. Opens the database");
  of_member(*list);
  list->callback([&choice] {
    choice.run = [](Config config) { return run_member_list(std::move(config), options); };
  });
  auto* role = member->add_subcommand("role", "Change what a member may do. Opens the database");
  role->add_option("email", options.email, "The member")->required();
  role->add_option("role", options.role, "What they may do")
      ->required()
      ->check(CLI::IsMember({"owner", "admin", "agent", "analyst", "viewer"}));
  of_member(*role);
  role->callback([&choice] {
    choice.run = [](Config config) { return run_member_role(std::move(config), options); };
  });
  auto* remove = member->add_subcommand(
      "remove",
      "Remove a member: sessions and tokens end, what they own becomes nobody's. Opens the "
      "database");
  remove->add_option("email", options.email, "The member")->required();
  of_member(*remove);
  remove->callback([&choice] {
    choice.run = [](Config config) { return run_member_remove(std::move(config), options); };
  });

  auto* token = app.add_subcommand("token", "Personal tokens for this command line and scripts");
  token->require_subcommand(1);
  static TokenCreateOptions token_options;
  auto* create = token->add_subcommand("create", "Make a token and print it. Opens the database");
  create->add_option("email", token_options.email, "The member it speaks for")->required();
  create->add_option("--name", token_options.name, "What it is for");
  create->add_option("--workspace", token_options.workspace,
                     "Name of the workspace it opens; needed if they work in several");
  add_place(*create, choice, "~/.local/share/rapport");
  create->callback([&choice] {
    choice.run = [](Config config) { return run_token_create(std::move(config), token_options); };
  });
}

void add_workspace(CLI::App& app, Choice& choice) {
  auto* workspace = app.add_subcommand("workspace", "Brands that share this installation, apart");
  workspace->require_subcommand(1);
  static WorkspaceAddOptions options;
  auto* add = workspace->add_subcommand("add", "Open another workspace. Opens the database");
  add->add_option("name", options.name, "Name of the brand")->required();
  add->add_option("--owner", options.owner, "E-mail of somebody who owns a workspace already")
      ->required();
  add_place(*add, choice, "~/.local/share/rapport");
  add->callback([&choice] {
    choice.run = [](Config config) { return run_workspace_add(std::move(config), options); };
  });
  auto* list = workspace->add_subcommand("list", "Show the workspaces. Opens the database");
  add_place(*list, choice, "~/.local/share/rapport");
  list->callback([&choice] { choice.run = run_workspace_list; });
}

void add_articles(CLI::App& app, Choice& choice) {
  auto* articles =
      app.add_subcommand("articles", "What the brand knows, from files and into files");
  articles->require_subcommand(1);
  static ArticlesOptions options;
  const auto add = [&](const char* name, const char* what,
                       int (*run)(Config, const ArticlesOptions&)) {
    auto* command = articles->add_subcommand(name, what);
    command->add_option("--workspace", options.workspace,
                        "Name of the workspace; needed if there are several");
    add_place(*command, choice, "~/.local/share/rapport");
    command->callback([&choice, run] {
      choice.run = [run](Config config) { return run(std::move(config), options); };
    });
    return command;
  };
  auto* import = add("import",
                     "Take articles over: Markdown files, or an export of Zendesk or Chatwoot."
                     " Opens the database",
                     run_articles_import);
  import->add_option("path", options.path, "A folder, a Markdown file, or an export in JSON")
      ->required();
  import->add_option("--language", options.language, "Of articles that say none (en)");
  add("export", "Write every article as a Markdown file. Opens the database", run_articles_export)
      ->add_option("folder", options.path, "Where to; made if missing")
      ->required();
  add("list", "Show the articles, the newest change first. Opens the database", run_articles_list);
}

void add_inbox(CLI::App& app, Choice& choice) {
  static InboxOptions options;
  auto* inbox = app.add_subcommand("inbox", "Show who waits for an answer, or one conversation");
  inbox->add_option("conversation", options.conversation, "Id of a conversation to read in full");
  inbox->add_option("--state", options.state, "Which conversations (open)")
      ->check(CLI::IsMember({"open", "waiting", "snoozed", "resolved", "skipped", "all"}));
  inbox->add_option("--search", options.search, "Only those where these words occur");
  inbox->add_option("--tag", options.tag, "Only those with this tag");
  inbox->add_option("--sentiment", options.sentiment, "Only those where somebody waits who says so")
      ->check(CLI::IsMember({"negative", "neutral", "positive"}));
  inbox->add_option("--intent", options.intent, "Only those where somebody waits who wants this")
      ->check(CLI::IsMember({"question", "complaint", "praise", "request", "suggestion", "thanks",
                             "problem", "sales_interest", "spam"}));
  inbox->add_option("--reason", options.reason, "Only those where somebody complains of this");
  inbox->add_option("--topic", options.topic, "Only those where somebody speaks of this topic");
  inbox->add_flag("--needs-reply", options.needs_reply, "Only those that need a reply");
  inbox->add_flag("--urgent", options.urgent, "Only urgent ones");
  inbox->add_flag("--priority", options.by_priority,
                  "What needs a reply and is urgent first, not who waits longest");
  inbox
      ->add_option("--export", options.export_as,
                   "Print the whole conversation as a document: json, md or txt")
      ->check(CLI::IsMember({"json", "md", "txt"}))
      ->needs("conversation");
  inbox->add_flag("--notes", options.notes, "With --export: the team's notes, too")
      ->needs("--export");
  inbox->add_flag("--mine", options.mine, "Only those that are mine");
  inbox->add_flag("--json", options.json, "Print what the server said, for scripts");
  add_client(*inbox, choice);
  inbox->callback(
      [&choice] { choice.run = [](const Config& config) { return run_inbox(config, options); }; });
}

void add_reply(CLI::App& app, Choice& choice) {
  static ReplyOptions options;
  static bool no_wait = false;
  auto* reply = app.add_subcommand("reply", "Answer in a conversation");
  reply->add_option("conversation", options.conversation, "Its id, from `rapport inbox`")
      ->required();
  reply->add_option("text", options.text, "What to say; - reads it from standard input")
      ->required();
  reply->add_option("--to", options.post, "Id of the post to answer (the one that waits longest)");
  reply->add_flag("--yes", options.yes, "Send it also if someone answered meanwhile");
  reply->add_flag("--no-wait", no_wait, "Do not wait until it stands on the network");
  add_client(*reply, choice);
  reply->callback([&choice] {
    options.wait = !no_wait;
    choice.run = [](const Config& config) { return run_reply(config, options); };
  });
}

void add_backfill(CLI::App& app, Choice& choice) {
  static BackfillOptions options;
  static bool no_wait = false;
  auto* backfill =
      app.add_subcommand("backfill", "Ask a network's search for what monitors would have found");
  backfill->add_option("--monitor", options.monitor, "Of this monitor alone: its name or id");
  backfill->add_option("--channel", options.channel,
                       "Handle of the channel whose network is asked (the only one)");
  backfill->add_option("--days", options.days, "How many days back (30)")
      ->check(CLI::Range(1, 366));
  backfill->add_option("--from", options.from, "From this day or time on, as in 2026-11-20");
  backfill->add_option("--to", options.to, "Until this day or time (now)");
  backfill->add_flag("--no-wait", no_wait, "Do not wait until it is done");
  backfill->add_flag("--json", options.json, "Print what the server said, for scripts");
  add_client(*backfill, choice);
  backfill->callback([&choice] {
    options.wait = !no_wait;
    choice.run = [](const Config& config) { return run_backfill(config, options); };
  });
}

void add_read(CLI::App& app, Choice& choice) {
  static ReadOptions options;
  auto* read = app.add_subcommand("read",
                                  "Read posts from standard input, as lines of JSON {\"id\", "
                                  "\"text\", \"html\"?, \"lang\"?}, and "
                                  "write what they say, a line each, in their order");
  read->add_option("--threads", options.threads, "How many threads read (1)")
      ->check(CLI::Range(1, 256));
  add_setting(*read, choice, "--models", "models", "Folder with the trained weights");
  read->callback(
      [&choice] { choice.run = [](const Config& config) { return run_read(config, options); }; });
}

void add_coach(CLI::App& app, Choice& choice) {
  static CoachOptions options;
  auto* coach = app.add_subcommand("coach",
                                   "Read drafts of replies from standard input, as lines of JSON "
                                   "{\"id\", \"draft\", \"post\", ...}, and write what there is to "
                                   "say of each: {\"id\", \"points\", \"findings\"}");
  coach->add_option("--threads", options.threads, "How many threads read (1)")
      ->check(CLI::Range(1, 256));
  add_setting(*coach, choice, "--models", "models", "Folder with the trained weights");
  coach->callback(
      [&choice] { choice.run = [](const Config& config) { return run_coach(config, options); }; });
}

void add_match(CLI::App& app, Choice& choice) {
  static MatchOptions options;
  auto* match =
      app.add_subcommand("match",
                         "Read posts from standard input, as lines of JSON {\"id\", "
                         "\"text\", ...}, and write a line for each monitor that finds one: "
                         "{\"id\", \"monitor\", \"spans\"}");
  match
      ->add_option("--monitors", options.monitors,
                   "File with the monitors, a line of JSON with id and query each")
      ->required();
  match->add_option("--threads", options.threads, "How many threads match (1)")
      ->check(CLI::Range(1, 256));
  add_setting(*match, choice, "--models", "models", "Folder with the trained weights");
  match->callback(
      [&choice] { choice.run = [](const Config& config) { return run_match(config, options); }; });
}

void add_suggest(CLI::App& app, Choice& choice) {
  static SuggestOptions options;
  auto* suggest = app.add_subcommand(
      "suggest",
      "Read posts from standard input, as lines of JSON {\"id\", \"post\": {\"text\"}, "
      "\"articles\"?}, and write which articles answer each, with the passage that does");
  suggest->add_option("--articles", options.articles,
                      "Folder of Markdown files, for lines that bring no articles");
  suggest->add_option("--most", options.most, "How many articles a post (3)")
      ->check(CLI::Range(1, 100));
  suggest->add_option("--threads", options.threads, "How many threads look (1)")
      ->check(CLI::Range(1, 256));
  suggest->callback([&choice] { choice.run = [](const Config&) { return run_suggest(options); }; });
}

void add_query(CLI::App& app, Choice& choice) {
  static QueryOptions options;
  auto* query = app.add_subcommand(
      "query", "Check a listening query: what is wrong with it, and what it finds, in plain words");
  query->add_option("query", options.query, "The query, in quotes; - reads it from standard input")
      ->required();
  query->add_flag("--json", options.json, "Print it all as JSON, with the parsed tree");
  query->add_flag("--strict", options.strict, "Refuse AND beside OR without brackets");
  query
      ->add_option("--dialect", options.dialect,
                   "Take over a query of another tool, and say what was kept")
      ->check(CLI::IsMember(
          {"brandwatch", "meltwater", "talkwalker", "sprinklr", "x", "youscan", "sentione"}))
      ->excludes("--strict");
  query->callback([&choice] { choice.run = [](const Config&) { return run_query(options); }; });
}

void add_notice(CLI::App& app, Choice& choice) {
  static NoticeOptions options;
  auto* notice = app.add_subcommand(
      "notice", "Send a notice by mail or to a webhook, to try whether it arrives");
  auto* email = notice->add_option("--email", options.email, "An e-mail address; see [mail]");
  auto* webhook = notice->add_option("--webhook", options.webhook, "A web address: https://…");
  notice->add_option("--secret", options.secret, "What its call is signed with")->needs(webhook);
  email->excludes(webhook);
  notice->callback([&choice, email, webhook] {
    if (email->empty() && webhook->empty()) throw CLI::RequiredError("--email or --webhook");
    choice.run = [](const Config& config) { return run_notice(config, options); };
  });
}

void add_generate(CLI::App& app, Choice& choice) {
  static GenerateOptions options;
  static std::string until;
  auto* generate = app.add_subcommand(
      "generate",
      "Make up a desk of any size in a new folder, to try and to measure. Its password is "
      "RAPPORT_PASSWORD, else made up and printed");
  add_setting(*generate, choice, "--data", "data", "A new folder for it");
  generate->add_option("--posts", options.posts, "How many posts (100000)");
  generate->add_option("--conversations", options.conversations,
                       "In how many conversations (a fifth of the posts)");
  generate->add_option("--people", options.people, "By how many people (half as many as those)");
  generate->add_option("--workspaces", options.workspaces, "In how many workspaces (1)");
  generate->add_option("--share", options.share,
                       "Per cent of all that each workspace but the first holds (all alike)");
  generate->add_option("--months", options.months, "How far back it goes (12)");
  generate->add_option("--open", options.open,
                       "Per cent of the conversations in which somebody waits (15)");
  generate->add_option("--seed", options.seed, "The same number gives the same content (1)");
  generate->add_option("--until", until, "Day on which it ends, as 2026-11-25 (now)");
  generate->callback([&choice] {
    choice.run = [](Config config) { return run_generate(std::move(config), options, until); };
  });
}

void add_rest(CLI::App& app, Choice& choice) {
  static BackupOptions options;
  auto* backup =
      app.add_subcommand("backup", "Copy the whole database to a file, also while the server runs");
  backup->add_option("file", options.file, "A new file")->required();
  backup->add_flag("--with-key", options.with_key,
                   "Copy the key of the channels' passwords to FILE.key, too");
  add_place(*backup, choice, "~/.local/share/rapport");
  backup->callback([&choice] {
    choice.run = [](Config config) { return run_backup(std::move(config), options); };
  });

  static std::string restored;
  auto* restore = app.add_subcommand(
      "restore",
      "Fill a new place with what `rapport backup` wrote: after a loss, or to move to PostgreSQL "
      "and back");
  restore->add_option("file", restored, "The backup")->required();
  add_place(*restore, choice, "~/.local/share/rapport");
  restore->callback([&choice] {
    choice.run = [](Config config) { return run_restore(std::move(config), restored); };
  });

  app.add_subcommand("version", "Print the version")->callback([&choice] {
    choice.run = [](const Config&) { return run_version(); };
  });
  app.add_subcommand("openapi", "Print the description of the HTTP API (OpenAPI 3.1)")
      ->callback([&choice] { choice.run = [](const Config&) { return run_openapi(); }; });
}

// After all others: it knows every command.
void add_completion(CLI::App& app, Choice& choice) {
  static std::string shell;
  auto* completion =
      app.add_subcommand("completion", "Print what a shell needs to complete rapport");
  completion->add_option("shell", shell, "Your shell")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  completion->callback([&app, &choice] {
    choice.run = [&app](const Config&) {
      std::cout << completion_script(app, shell == "zsh"    ? Shell::kZsh
                                          : shell == "fish" ? Shell::kFish
                                                            : Shell::kBash);
      return kOk;
    };
  });
}

}  // namespace

int run_command_line(int argc, char** argv) {
  Choice choice;
  CLI::App app("Rapport, the engagement desk for brands that answer.", "rapport");
  app.require_subcommand(1);
  app.footer(footer());
  app.add_option("--config", choice.config_file, "Configuration file (TOML)");
  app.set_version_flag("--version", "rapport " + std::string(kVersion));
  add_serving(app, choice);
  add_channel(app, choice);
  add_team(app, choice);
  add_workspace(app, choice);
  add_articles(app, choice);
  add_inbox(app, choice);
  add_reply(app, choice);
  add_backfill(app, choice);
  add_notice(app, choice);
  add_generate(app, choice);
  add_read(app, choice);
  add_coach(app, choice);
  add_match(app, choice);
  add_suggest(app, choice);
  add_query(app, choice);
  add_rest(app, choice);
  add_completion(app, choice);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kOk : kUsage;
  }
  auto config = read_config(choice.config_file, choice.flags);
  if (!config) return complain(config.error());
  start_log(log_level(config->log));
  return choice.run(std::move(*config));
}

}  // namespace rapport
