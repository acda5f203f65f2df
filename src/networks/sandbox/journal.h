// What the brand did in the sandbox, kept so that a restart shows the same world.
//
// A file of JSON lines that only ever grows: first the moment of seeding, then one line an act. A
// line is on the disk before its act is answered. A last line that was torn by a crash was never
// answered and is cut off at the next opening. The file is locked while it is open: two writers
// would each tell another story.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "model/act.h"

namespace rapport {

// One act, as it was accepted.
struct JournalAct {
  ActKind kind = ActKind::kReply;
  std::string record_key;
  Time at;          // when the sandbox took it; rises strictly from line to line
  Time created_at;  // as the outbox said
  std::string text;
  std::string lang;
  std::string target;   // native id
  std::string by = {};  // handle of ours; empty: the brand's first
  std::vector<std::string> pictures =
      {};  // what each shows, in words; the files stay with the desk
  std::string card_url = {};
  std::string card_title = {};
  std::string card_description = {};
};

class Journal {
 public:
  // Opens the file or makes it, with `now` as the moment of seeding. Fails with conflict if another
  // process has it open, with internal if a line inside it cannot be read.
  static Result<Journal> open(const std::filesystem::path& path, Time now);

  Journal(Journal&& other) noexcept;
  Journal& operator=(Journal&&) = delete;
  ~Journal();

  Time seeded_at() const { return seeded_at_; }
  const std::vector<JournalAct>& acts() const { return acts_; }
  // The file failed: what was last asked of it may or may not be there.
  bool broken() const { return broken_; }

  // Returns once the act is on the disk. Fails with unavailable if it certainly is not, with
  // unknown if that cannot be told; nothing more can be added after that.
  Result<Done> add(const JournalAct& act);

 private:
  explicit Journal(int file) : file_(file) {}
  Result<Done> read();
  Result<Done> write_line(std::string line);

  int file_ = -1;
  std::int64_t size_ = 0;  // of what is safely written
  bool broken_ = false;
  Time seeded_at_{};
  std::vector<JournalAct> acts_;
};

}  // namespace rapport
