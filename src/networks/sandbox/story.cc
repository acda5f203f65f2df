#include "networks/sandbox/story.h"

#include <algorithm>
#include <boost/json.hpp>
#include <initializer_list>
#include <unordered_map>
#include <unordered_set>

namespace rapport {
namespace {

namespace json = boost::json;

// Reads fields and remembers the first thing that was wrong, so that the reading code stays plain:
// it goes on with empty values and the caller asks once at the end.
class Reader {
 public:
  void complain(std::string what) {
    if (error_.empty()) error_ = where_ + ": " + std::move(what);
  }
  void enter(std::string where) { where_ = std::move(where); }
  const std::string& error() const { return error_; }

  std::string text(const json::object& from, std::string_view name) {
    const auto* value = need(from, name);
    if (!value) return {};
    if (!value->is_string()) return complain(std::string(name) + " is not a text"), "";
    return std::string(value->get_string());
  }
  std::string text_if(const json::object& from, std::string_view name) {
    return from.contains(name) ? text(from, name) : std::string{};
  }
  std::int64_t number(const json::object& from, std::string_view name) {
    const auto* value = need(from, name);
    if (!value) return 0;
    if (!value->is_int64() || value->get_int64() < 0 || value->get_int64() > 1'000'000'000) {
      complain(std::string(name) + " is not a count");
      return 0;
    }
    return value->get_int64();
  }
  std::int64_t number_if(const json::object& from, std::string_view name) {
    return from.contains(name) ? number(from, name) : 0;
  }
  const json::object& object(const json::object& from, std::string_view name) {
    static const json::object nothing;
    const auto* value = need(from, name);
    if (!value) return nothing;
    if (!value->is_object()) return complain(std::string(name) + " is not an object"), nothing;
    return value->get_object();
  }

  std::vector<std::string> texts_if(const json::object& from, std::string_view name) {
    std::vector<std::string> texts;
    const auto* value = from.if_contains(name);
    if (!value) return texts;
    if (!value->is_array()) return complain(std::string(name) + " is not a list"), texts;
    for (const auto& each : value->get_array()) {
      if (!each.is_string()) return complain(std::string(name) + " holds no texts"), texts;
      texts.emplace_back(each.get_string());
    }
    return texts;
  }

  // A name that nobody reads is most likely a slip of the pen.
  void only(const json::object& from, std::initializer_list<std::string_view> names) {
    for (const auto& [name, value] : from) {
      if (std::find(names.begin(), names.end(), std::string_view(name)) == names.end()) {
        complain("has something called " + std::string(name));
      }
    }
  }

  // Calls `read` with each object of the list `name`, if there is one.
  template <class Read>
  void each(const json::object& from, std::string_view name, Read read) {
    const auto before = where_;
    const auto* value = from.if_contains(name);
    if (!value) return;
    if (!value->is_array()) return complain(std::string(name) + " is not a list");
    std::size_t index = 0;
    for (const auto& item : value->get_array()) {
      enter(before + "." + std::string(name) + "[" + std::to_string(index++) + "]");
      if (!item.is_object()) {
        complain("is not an object");
        break;
      }
      read(item.get_object());
    }
    enter(before);
  }

 private:
  const json::value* need(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    if (!value) complain("has no " + std::string(name));
    return value;
  }

  std::string where_ = "story";
  std::string error_;
};

std::chrono::seconds ago(Reader& reader, const json::object& from) {
  return -std::chrono::minutes{reader.number(from, "minutes_ago")};
}

std::chrono::seconds after(Reader& reader, const json::object& from) {
  return std::chrono::seconds{reader.number(from, "after_seconds")};
}

std::chrono::seconds before_or_after(Reader& reader, const json::object& from) {
  return from.contains("after_seconds") ? after(reader, from) : ago(reader, from);
}

StoryPerson read_person(Reader& reader, const json::object& from) {
  const auto& avatar = reader.object(from, "avatar");
  return {.handle = reader.text(from, "handle"),
          .name = reader.text(from, "name"),
          .bio = reader.text(from, "bio"),
          .followers = reader.number(from, "followers"),
          .following = reader.number(from, "following"),
          .posts = reader.number(from, "posts"),
          .joined_days_ago = reader.number(from, "joined_days_ago"),
          .avatar_color = reader.text(avatar, "color"),
          .avatar_initials = reader.text(avatar, "initials")};
}

StoryLink read_link(Reader& reader, const json::object& from) {
  return {reader.text(from, "url"), reader.text(from, "title"), reader.text(from, "description")};
}

StoryPost read_post(Reader& reader, const json::object& from, std::chrono::seconds at) {
  StoryPost post{.id = reader.text(from, "id"),
                 .by = reader.text(from, "by"),
                 .at = at,
                 .shown = at,
                 .lang = reader.text(from, "lang"),
                 .text = reader.text(from, "text"),
                 .reply_to = reader.text_if(from, "reply_to"),
                 .quotes = reader.text_if(from, "quotes"),
                 .likes = reader.number_if(from, "likes"),
                 .reposts = reader.number_if(from, "reposts"),
                 .image = {},
                 .link = {},
                 .labels = reader.texts_if(from, "labels"),
                 .signed_by = reader.text_if(from, "signed")};
  if (from.contains("heard_minutes_ago")) {
    post.shown = -std::chrono::minutes{reader.number(from, "heard_minutes_ago")};
    if (post.shown < post.at) reader.complain("is heard before it is said");
  }
  if (from.contains("image")) {
    const auto& image = reader.object(from, "image");
    post.image = StoryImage{reader.text(image, "alt"), reader.text(image, "svg")};
  }
  if (from.contains("link")) post.link = read_link(reader, reader.object(from, "link"));
  return post;
}

StoryMember read_member(Reader& reader, const json::object& from) {
  StoryMember member{.id = reader.text(from, "id"),
                     .name = reader.text(from, "name"),
                     .email = reader.text(from, "email"),
                     .role = Role::kAgent,
                     .visitor = from.contains("visitor")};
  if (const auto role = role_of(reader.text(from, "role"))) {
    member.role = *role;
  } else {
    reader.complain("has an unknown role");
  }
  return member;
}

StoryDecision read_decision(Reader& reader, const json::object& from) {
  StoryDecision decision;
  decision.at = ago(reader, from);
  decision.by = reader.text(from, "by");
  decision.post = reader.text(from, "post");
  const auto kind = decision_kind_of(reader.text(from, "verb"));
  const bool tags = kind == DecisionKind::kTag || kind == DecisionKind::kUntag;
  if (!kind || (*kind > DecisionKind::kSkip && !tags)) {
    reader.complain("has an unknown verb");
    return decision;
  }
  decision.kind = *kind;
  if (tags) decision.tag = reader.text(from, "tag");
  if (*kind == DecisionKind::kAssign) decision.to = reader.text(from, "to");
  if (*kind == DecisionKind::kResolve || *kind == DecisionKind::kSkip) {
    decision.detail = reader.text(from, "detail");
  }
  if (*kind == DecisionKind::kSkip) {
    decision.reason = skip_reason_of(reader.text(from, "reason"));
    if (!decision.reason) reader.complain("has an unknown reason");
  }
  if (*kind == DecisionKind::kSnooze) {
    decision.snooze = std::chrono::hours{reader.number(from, "in_hours")};
    if (decision.snooze->count() < 1) reader.complain("is a snooze that is over at once");
  }
  return decision;
}

StoryTag read_tag(Reader& reader, const json::object& from) {
  StoryTag tag{reader.text(from, "name"), TagColor::kGray};
  if (const auto color = tag_color_of(reader.text(from, "color"))) {
    tag.color = *color;
  } else {
    reader.complain("has an unknown colour");
  }
  return tag;
}

StoryView read_view(Reader& reader, const json::object& from) {
  StoryView view;
  view.by = reader.text(from, "by");
  view.name = reader.text(from, "name");
  view.shared = from.contains("shared");
  view.tag = reader.text_if(from, "tag");
  view.account = reader.text_if(from, "account");
  view.words = reader.text_if(from, "words");
  if (from.contains("state")) {
    view.state = conversation_state_of(reader.text(from, "state"));
    if (!view.state) reader.complain("has an unknown state");
  }
  if (from.contains("owner")) {
    const auto owner = view_owner_of(reader.text(from, "owner"));
    if (owner && *owner != ViewOwner::kMember) {
      view.owner = *owner;
    } else {
      reader.complain("has an unknown owner");
    }
  }
  return view;
}

void read_team(Reader& reader, const json::object& team, Story& story) {
  reader.only(team, {"members", "tags", "views", "monitors", "decisions", "notes", "drafts"});
  reader.each(team, "members", [&](const json::object& each) {
    story.members.push_back(read_member(reader, each));
  });
  reader.each(team, "tags",
              [&](const json::object& each) { story.tags.push_back(read_tag(reader, each)); });
  reader.each(team, "monitors", [&](const json::object& each) {
    StoryMonitor monitor;
    reader.only(each, {"by", "name", "query", "color"});
    monitor.by = reader.text(each, "by");
    monitor.name = reader.text(each, "name");
    monitor.query = reader.text(each, "query");
    const auto color = tag_color_of(reader.text(each, "color"));
    if (!color) reader.complain("has an unknown color");
    monitor.color = color.value_or(TagColor::kTeal);
    story.monitors.push_back(std::move(monitor));
  });
  reader.each(team, "views",
              [&](const json::object& each) { story.views.push_back(read_view(reader, each)); });
  reader.each(team, "decisions", [&](const json::object& each) {
    story.decisions.push_back(read_decision(reader, each));
  });
  reader.each(team, "notes", [&](const json::object& each) {
    story.notes.push_back({ago(reader, each), reader.text(each, "by"), reader.text(each, "post"),
                           reader.text(each, "text")});
  });
  reader.each(team, "drafts", [&](const json::object& each) {
    story.drafts.push_back({ago(reader, each), reader.text(each, "by"), reader.text(each, "post"),
                            reader.text(each, "text")});
  });
}

void read_chapter(Reader& reader, const json::object& from, Story& story) {
  reader.only(from, {"format", "brand", "accounts", "people", "posts", "live", "likes", "reposts",
                     "follows", "edits", "deletions", "followups", "pages", "team"});
  if (from.contains("brand")) {
    if (reader.number(from, "format") != 2) reader.complain("is of another format than 2");
    if (!story.brand.handle.empty()) reader.complain("has a second brand");
    story.brand = read_person(reader, reader.object(from, "brand"));
  }
  reader.each(from, "accounts", [&](const json::object& each) {
    story.accounts.push_back(read_person(reader, each));
  });
  reader.each(from, "people",
              [&](const json::object& each) { story.people.push_back(read_person(reader, each)); });
  reader.each(from, "posts", [&](const json::object& each) {
    story.posts.push_back(read_post(reader, each, ago(reader, each)));
  });
  reader.each(from, "live", [&](const json::object& each) {
    story.live.push_back(read_post(reader, each, after(reader, each)));
  });
  const auto read_attention = [&](std::string_view name, std::vector<StoryAttention>& into) {
    reader.each(from, name, [&](const json::object& each) {
      into.push_back({reader.text(each, "by"), reader.text_if(each, "post"), ago(reader, each)});
    });
  };
  read_attention("likes", story.likes);
  read_attention("reposts", story.reposts);
  read_attention("follows", story.follows);
  reader.each(from, "edits", [&](const json::object& each) {
    story.edits.push_back(
        {reader.text(each, "post"), before_or_after(reader, each), reader.text(each, "text")});
  });
  reader.each(from, "deletions", [&](const json::object& each) {
    story.deletions.push_back({reader.text(each, "post"), before_or_after(reader, each)});
  });
  reader.each(from, "pages",
              [&](const json::object& each) { story.pages.push_back(read_link(reader, each)); });
  reader.each(from, "followups", [&](const json::object& each) {
    story.followups.push_back({reader.text(each, "answers"), after(reader, each),
                               reader.text(each, "lang"), reader.text(each, "text")});
  });
  if (from.contains("team")) read_team(reader, reader.object(from, "team"), story);
}

// Whoever and whatever is named must exist, once; an answer follows what it answers.
class ReferenceCheck {
 public:
  ReferenceCheck(Reader& reader, const Story& story) : reader_(reader), story_(story) {}

  void run() {
    add_people();
    for (const auto& post : story_.posts) add_post(post);
    for (const auto& post : story_.live) add_post(post);
    check_attention();
    check_team();
  }

 private:
  void add_people() {
    reader_.enter("people");
    handles_.insert(story_.brand.handle);
    for (const auto& account : story_.accounts) {
      if (!handles_.insert(account.handle).second) {
        reader_.complain(account.handle + " is there twice");
      }
    }
    for (const auto& person : story_.people) {
      if (!handles_.insert(person.handle).second) {
        reader_.complain(person.handle + " is there twice");
      }
    }
    reader_.enter("team");
    int visitors = 0;
    for (const auto& member : story_.members) {
      if (!members_.insert(member.id).second) reader_.complain(member.id + " is there twice");
      visitors += member.visitor ? 1 : 0;
      if (member.visitor && member.role != Role::kOwner) {
        reader_.complain("the visitor is not the owner");
      }
    }
    if (visitors != 1) reader_.complain("needs exactly one visitor");
  }

  void add_post(const StoryPost& post) {
    reader_.enter("post " + post.id);
    if (!handles_.contains(post.by)) reader_.complain("is by nobody we know: " + post.by);
    if (post.text.empty()) reader_.complain("says nothing");
    for (const auto& earlier : {post.reply_to, post.quotes}) {
      if (earlier.empty()) continue;
      // Posts come oldest first, so that what is answered has been seen already.
      const auto found = times_.find(earlier);
      if (found == times_.end() || found->second > post.shown) {
        reader_.complain("stands before what it answers: " + earlier);
      }
    }
    if (!post.signed_by.empty() && !members_.contains(post.signed_by)) {
      reader_.complain("is signed by nobody of the team");
    }
    if (!times_.emplace(post.id, post.shown).second) reader_.complain("is there twice");
  }

  void check_attention() {
    reader_.enter("likes, reposts and follows");
    for (const auto* list : {&story_.likes, &story_.reposts}) {
      for (const auto& each : *list) {
        check_person(each.by);
        check_post(each.post);
        const auto* post = story_.find_post(each.post);
        if (post && (!story_.ours(post->by) || post->at > each.at)) {
          reader_.complain("of something that is not the brand's, or not there yet: " + each.post);
        }
      }
    }
    for (const auto& each : story_.follows) check_person(each.by);
    reader_.enter("edits and deletions");
    for (const auto& each : story_.edits) check_change(each.post, each.at);
    for (const auto& each : story_.deletions) check_change(each.post, each.at);
    reader_.enter("followups");
    std::unordered_set<std::string> answered;
    for (const auto& each : story_.followups) {
      check_post(each.answers);
      if (!answered.insert(each.answers).second) reader_.complain(each.answers + " has two");
      if (each.after.count() < 1) reader_.complain(each.answers + " comes at once");
    }
  }

  void check_team() {
    reader_.enter("tags");
    std::unordered_set<std::string> tags;
    for (const auto& each : story_.tags) {
      if (!tags.insert(each.name).second) reader_.complain(each.name + " is there twice");
    }
    const auto check_tag = [&](const std::string& name) {
      if (!name.empty() && !tags.contains(name)) reader_.complain("no tag is called " + name);
    };
    reader_.enter("views");
    for (const auto& each : story_.views) {
      if (!members_.contains(each.by)) reader_.complain("nobody of the team is " + each.by);
      check_tag(each.tag);
      if (!each.account.empty() && !story_.ours(each.account)) {
        reader_.complain("no account of the brand is " + each.account);
      }
    }
    reader_.enter("monitors");
    for (const auto& each : story_.monitors) check_member(each.by);
    reader_.enter("decisions");
    for (const auto& each : story_.decisions) {
      check_member(each.by);
      check_root(each.post);
      if (each.kind == DecisionKind::kAssign) check_member(each.to);
      check_tag(each.tag);
    }
    reader_.enter("notes");
    for (const auto& each : story_.notes) {
      check_member(each.by);
      check_root(each.post);
    }
    reader_.enter("drafts");
    for (const auto& each : story_.drafts) {
      check_member(each.by);
      check_post(each.post);
    }
  }

  void check_person(const std::string& handle) {
    if (!handles_.contains(handle)) reader_.complain("nobody is called " + handle);
  }
  void check_member(const std::string& id) {
    const auto found = std::find_if(story_.members.begin(), story_.members.end(),
                                    [&](const StoryMember& each) { return each.id == id; });
    if (found == story_.members.end()) {
      reader_.complain("nobody of the team is " + id);
    } else if (found->role > Role::kAgent) {
      reader_.complain(id + " may only read");
    }
  }
  void check_post(const std::string& id) {
    if (!times_.contains(id)) reader_.complain("no post is " + id);
  }
  void check_change(const std::string& id, std::chrono::seconds at) {
    check_post(id);
    const auto found = times_.find(id);
    if (found != times_.end() && at <= found->second) {
      reader_.complain("of something that is not there yet: " + id);
    }
  }
  void check_root(const std::string& id) {
    check_post(id);
    const auto* post = story_.find_post(id);
    if (post && !post->reply_to.empty()) reader_.complain(id + " is not the root of a thread");
  }

  Reader& reader_;
  const Story& story_;
  std::unordered_set<std::string> handles_;
  std::unordered_set<std::string> members_;
  std::unordered_map<std::string, std::chrono::seconds> times_;
};

}  // namespace

const StoryPost* Story::find_post(std::string_view id) const {
  for (const auto* list : {&posts, &live}) {
    for (const auto& post : *list) {
      if (post.id == id) return &post;
    }
  }
  return nullptr;
}

bool Story::ours(std::string_view handle) const {
  return handle == brand.handle ||
         std::ranges::find(accounts, handle, &StoryPerson::handle) != accounts.end();
}

std::string Story::root_of(std::string_view id) const {
  const auto* post = find_post(id);
  while (post && !post->reply_to.empty()) post = find_post(post->reply_to);
  return post ? post->id : std::string(id);
}

Result<Story> parse_story(const std::vector<StoryChapter>& chapters) {
  Story story;
  Reader reader;
  for (const auto& chapter : chapters) {
    boost::system::error_code error;
    const auto value = json::parse(chapter.json, error);
    if (error || !value.is_object()) {
      return fail(ErrorKind::kInvalid, "The demo's story is not readable.",
                  chapter.name + ": " + error.message());
    }
    reader.enter(chapter.name);
    read_chapter(reader, value.get_object(), story);
  }
  if (story.brand.handle.empty()) reader.complain("has no brand");
  if (reader.error().empty()) ReferenceCheck(reader, story).run();
  if (!reader.error().empty()) {
    return fail(ErrorKind::kInvalid, "The demo's story does not fit together.", reader.error());
  }
  return story;
}

std::string sandbox_account_id(std::string_view handle) {
  return "sandbox:account:" + std::string(handle);
}

std::string sandbox_post_id(std::string_view story_post_id) {
  return "sandbox:post:" + std::string(story_post_id);
}

}  // namespace rapport
