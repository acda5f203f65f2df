// A disk that can lose its power: an SQLite VFS that knows which bytes were pressed onto the disk
// and which only seemed to be.
//
// It stands before the default VFS and passes everything on, but keeps, for each file, what it held
// at its last sync and what was done to it since. cut() stops everything from then on, as a machine
// without power does. come_back() leaves the files as such a disk might hold them: of the writes
// and truncations since the last sync, some whole, some sector by sector, some not at all, in any
// order; and files that were made or deleted since their folder was last synced, there or not.
//
// As the default VFS does, a sync of a fresh journal or write-ahead log syncs its folder too.
// Nothing is really synced, so tests are quick.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace rapport {

class PowerLossDisk {
 public:
  // Registers a VFS of this name, which must be new.
  explicit PowerLossDisk(std::string name);
  ~PowerLossDisk();
  PowerLossDisk(const PowerLossDisk&) = delete;
  PowerLossDisk& operator=(const PowerLossDisk&) = delete;

  const std::string& name() const;

  // The power goes at the call after so many more; at once if it is zero.
  void cut_after(std::int64_t calls);
  bool is_cut() const;
  std::int64_t calls() const;  // so far: writes, truncations, syncs, deletions
  std::int64_t syncs() const;

  // From now on nothing can be written: the disk is full, or it fails. mend() makes it well again.
  void fill();
  void break_down();
  void mend();

  // Writes the files as they were left; only once every connection is closed. `seed` chooses which
  // of the possible outcomes it is. The power is back then.
  void come_back(std::uint64_t seed);

  class State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace rapport
