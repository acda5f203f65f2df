#include "http/wire/transcript.h"

#include <algorithm>

#include "base/unicode.h"
#include "http/wire/parts.h"

namespace rapport {
namespace {

// "2026-11-23 15:04 UTC"
std::string when(Time time) {
  const std::string text = format_time(time);
  return text.substr(0, 10) + " " + text.substr(11, 5) + " UTC";
}

std::string who(const Account& account) {
  if (account.name.empty()) return "@" + account.handle;
  return account.name + " (@" + account.handle + ")";
}

template <class Each>
void each_line(std::string_view text, Each each) {
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    each(line);
    begin = end + 1;
  }
}

// A post and a note, by the time at which they were written.
struct Entry {
  Time at;
  const ThreadPost* post = nullptr;
  const NoteView* note = nullptr;
};

std::vector<Entry> entries_of(const Transcript& transcript) {
  std::vector<Entry> entries;
  for (const ThreadPost& post : transcript.posts) {
    entries.push_back({post.post.created_at, &post, nullptr});
  }
  for (const NoteView& note : transcript.detail.notes) {
    entries.push_back({note.note.created_at, nullptr, &note});
  }
  std::ranges::stable_sort(entries, {}, &Entry::at);
  return entries;
}

// Where the links of a post lead that its text does not spell out.
std::vector<std::string> links_of(const Post& post) {
  std::vector<std::string> links;
  for (const Entity& each : post.entities) {
    if (each.kind == EntityKind::kLink && post.text.find(each.value) == std::string::npos) {
      links.push_back(each.value);
    }
  }
  return links;
}

// How the two kinds of document differ.
struct Style {
  std::string (*words)(std::string_view);  // what people wrote
  std::string_view title, heading, quote, item;
};

// Whoever reads the document in a terminal must not be at the mercy of who wrote the posts.
std::string plain(std::string_view text) { return printable(text); }

// Everything that could mean something to Markdown (or to HTML, which Markdown lets through) is
// escaped, wherever it stands.
std::string escaped(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_{}[]()<>#+-.!|~&:@=\"'";
  std::string out;
  for (const char c : printable(text)) {
    if (kSpecial.find(c) != kSpecial.npos) out += '\\';
    out += c;
  }
  return out;
}

constexpr Style kMarkdown{escaped, "# ", "## ", "> ", "- "};
constexpr Style kPlain{plain, "", "", "    ", "    "};

void write_media(std::string& out, const Style& style, const Post& post) {
  for (const Media& each : post.media) {
    out += std::string(style.item) + "[" + std::string(to_word(each.kind)) + "] ";
    out += style.words(!each.alt.empty() ? each.alt : each.title);
    out += (out.ends_with(' ') ? "" : ": ") + style.words(each.url) + "\n";
  }
  for (const std::string& link : links_of(post)) {
    out += std::string(style.item) + style.words(link) + "\n";
  }
}

void write_post(std::string& out, const Style& style, const ThreadPost& shown) {
  const Post& post = shown.post;
  out += std::string(style.heading) + style.words(who(shown.author)) + ", " +
         style.words(when(post.created_at));
  if (post.edited_at) out += ", edited " + style.words(when(*post.edited_at));
  out += "\n\n";
  if (post.deleted_at) {
    out += std::string(style.quote) + style.words("(deleted on the network)") + "\n";
  } else {
    each_line(post.text, [&](std::string_view line) {
      out += std::string(style.quote) + style.words(line) + "\n";
    });
    if (post.quoted) {
      out += "\n" + std::string(style.item) + "quotes " +
             style.words("@" + post.quoted->author_handle + ": " + post.quoted->text) + "\n";
    }
    if (!post.media.empty() || !links_of(post).empty()) out += "\n";
    write_media(out, style, post);
  }
  if (!post.url.empty()) out += "\n" + style.words(post.url) + "\n";
  out += "\n";
}

void write_note(std::string& out, const Style& style, const NoteView& note) {
  out += std::string(style.heading) + style.words("Note by " + note.by_name) + ", " +
         style.words(when(note.note.created_at)) + "\n\n";
  each_line(note.note.text, [&](std::string_view line) {
    out += std::string(style.quote) + style.words(line) + "\n";
  });
  out += "\n";
}

std::string stands(InPublic in_public) {
  switch (in_public) {
    case InPublic::kAnswered:
      return "our answer stands there";
    case InPublic::kTheySpokeLast:
      return "we answered, they spoke last";
    case InPublic::kNo:
      break;
  }
  return "not everybody was answered there";
}

std::string document(const Transcript& transcript, Time now, const Style& style) {
  const ConversationRow& row = transcript.detail.row;
  std::string out =
      std::string(style.title) + style.words("Conversation with " + who(row.lead)) + "\n\n";
  const auto line = [&](std::string_view name, const std::string& value) {
    out += std::string(style.item) + std::string(name) + ": " + style.words(value) + "\n";
  };
  line("State", std::string(to_word(row.conversation.state)));
  if (row.conversation.state == ConversationState::kResolved) {
    if (row.resolved_for) line("Reason", row.resolved_for->name);
    if (!row.conversation.resolution.empty()) line("What was done", row.conversation.resolution);
    if (!row.resolved_with.empty()) line("Article", row.resolved_with);
    if (row.conversation.in_public) line("In public", stands(*row.conversation.in_public));
  }
  if (!row.owner_name.empty()) line("Owner", row.owner_name);
  std::string tags;
  for (const Tag& tag : row.tags) tags += (tags.empty() ? "" : ", ") + tag.name;
  if (!tags.empty()) line("Tags", tags);
  line("Account",
       "@" + transcript.detail.channel.handle + " on " + transcript.detail.channel.network);
  line("Exported", when(now));
  out += "\n";
  for (const Entry& entry : entries_of(transcript)) {
    if (entry.post) write_post(out, style, *entry.post);
    if (entry.note) write_note(out, style, *entry.note);
  }
  return out;
}

}  // namespace

std::string transcript_json(const Transcript& transcript, Time now) {
  json::array posts;
  for (const ThreadPost& each : transcript.posts) posts.push_back(post_part(each));
  json::object conversation = detail_part(transcript.detail);
  // What one member is writing is nobody else's.
  conversation["my_draft"] = nullptr;
  return json::serialize(json::object{{"exported_at", time_json(now)},
                                      {"conversation", std::move(conversation)},
                                      {"posts", std::move(posts)}});
}

std::string transcript_markdown(const Transcript& transcript, Time now) {
  return document(transcript, now, kMarkdown);
}

std::string transcript_text(const Transcript& transcript, Time now) {
  return document(transcript, now, kPlain);
}

}  // namespace rapport
