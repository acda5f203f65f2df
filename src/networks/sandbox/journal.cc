#include "networks/sandbox/journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

namespace rapport {
namespace {

namespace json = boost::json;

std::string last_trouble() { return std::strerror(errno); }

std::optional<Time> time_in(const json::object& line, std::string_view name) {
  const auto* value = line.if_contains(name);
  if (!value || !value->is_string()) return std::nullopt;
  return parse_time(value->get_string());
}

std::string text_in(const json::object& line, std::string_view name) {
  const auto* value = line.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string{};
}

std::optional<JournalAct> act_in(const json::object& line) {
  const auto kind = act_kind_of(text_in(line, "act"));
  const auto at = time_in(line, "at");
  const auto created_at = time_in(line, "created_at");
  if (!kind || !at || !created_at) return std::nullopt;
  JournalAct act{*kind,
                 text_in(line, "key"),
                 *at,
                 *created_at,
                 text_in(line, "text"),
                 text_in(line, "lang"),
                 text_in(line, "target")};
  if (const auto* pictures = line.if_contains("pictures"); pictures && pictures->is_array()) {
    for (const auto& each : pictures->get_array()) {
      if (!each.is_string()) return std::nullopt;
      act.pictures.emplace_back(each.get_string());
    }
  }
  act.by = text_in(line, "by");
  act.card_url = text_in(line, "card_url");
  act.card_title = text_in(line, "card_title");
  act.card_description = text_in(line, "card_description");
  return act;
}

std::string line_of(const JournalAct& act) {
  json::object line{{"act", to_word(act.kind)},  {"key", act.record_key},
                    {"at", format_time(act.at)}, {"created_at", format_time(act.created_at)},
                    {"text", act.text},          {"lang", act.lang},
                    {"target", act.target}};
  if (!act.by.empty()) line["by"] = act.by;
  if (!act.pictures.empty()) {
    json::array pictures;
    for (const auto& each : act.pictures) pictures.push_back(json::string(each));
    line["pictures"] = std::move(pictures);
  }
  if (!act.card_url.empty()) {
    line["card_url"] = act.card_url;
    line["card_title"] = act.card_title;
    line["card_description"] = act.card_description;
  }
  return json::serialize(line);
}

// A new file's name is only safe once its folder is on the disk too.
Result<Done> sync_folder(const std::filesystem::path& path) {
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return unavailable("The sandbox's folder cannot be opened.", last_trouble());
  const int outcome = ::fsync(handle);
  const auto trouble = last_trouble();
  ::close(handle);
  if (outcome != 0) return unavailable("The sandbox's folder cannot be saved.", trouble);
  return Done{};
}

}  // namespace

Result<Journal> Journal::open(const std::filesystem::path& path, Time now) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return unavailable("The sandbox's file cannot be opened.", last_trouble());
  Journal journal(file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    return fail(ErrorKind::kConflict, "Another Rapport is using this sandbox.", path.string());
  }
  RAPPORT_TRY(journal.read());
  if (journal.size_ == 0) {
    RAPPORT_TRY(journal.write_line(json::serialize(json::object{{"seeded", format_time(now)}})));
    RAPPORT_TRY(sync_folder(path));
    journal.seeded_at_ = now;
  }
  return journal;
}

Journal::Journal(Journal&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      size_(other.size_),
      broken_(other.broken_),
      seeded_at_(other.seeded_at_),
      acts_(std::move(other.acts_)) {}

Journal::~Journal() {
  if (file_ >= 0) ::close(file_);
}

Result<Done> Journal::add(const JournalAct& act) {
  RAPPORT_TRY(write_line(line_of(act)));
  acts_.push_back(act);
  return Done{};
}

Result<Done> Journal::read() {
  std::string all;
  char buffer[16 * 1024];
  for (;;) {
    const auto count = ::read(file_, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unavailable("The sandbox's file cannot be read.", last_trouble());
    if (count == 0) break;
    all.append(buffer, static_cast<std::size_t>(count));
  }

  std::size_t begin = 0;
  for (std::size_t end; (end = all.find('\n', begin)) != std::string::npos; begin = end + 1) {
    boost::system::error_code error;
    const auto value = json::parse(std::string_view(all).substr(begin, end - begin), error);
    const auto* line = error ? nullptr : value.if_object();
    const auto seeded = line && begin == 0 ? time_in(*line, "seeded") : std::nullopt;
    auto act = line && begin > 0 ? act_in(*line) : std::nullopt;
    if (seeded) {
      seeded_at_ = *seeded;
    } else if (act) {
      acts_.push_back(std::move(*act));
    } else {
      return fail(ErrorKind::kInternal, "The sandbox's file is damaged.",
                  "at byte " + std::to_string(begin));
    }
  }
  size_ = static_cast<std::int64_t>(begin);
  if (begin < all.size() && ::ftruncate(file_, size_) != 0) {
    return unavailable("The sandbox's file cannot be repaired.", last_trouble());
  }
  return Done{};
}

Result<Done> Journal::write_line(std::string line) {
  if (broken_) return unavailable("The sandbox cannot keep anything: its file failed earlier.");
  line += '\n';
  std::string_view rest = line;
  while (!rest.empty()) {
    const auto count = ::write(file_, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const auto trouble = last_trouble();
      // Without a line end what was written so far is not a line; it must not become the start of
      // the next one.
      broken_ = ::ftruncate(file_, size_) != 0;
      return unavailable("The sandbox could not keep this: the disk refused it.", trouble);
    }
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  if (::fdatasync(file_) != 0) {
    broken_ = true;
    return fail(ErrorKind::kUnknown, "The sandbox could not make sure that this was kept.",
                last_trouble());
  }
  size_ += static_cast<std::int64_t>(line.size());
  return Done{};
}

}  // namespace rapport
