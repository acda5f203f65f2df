#include "store/testing/power_loss_vfs.h"

#include <sqlite3.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <vector>

namespace rapport {
namespace {

constexpr std::size_t kSector = 512;

// Something done to a file since its last sync.
struct Change {
  bool truncates = false;
  std::int64_t at = 0;  // where it was written, or the new size
  std::string bytes;
};

void apply(std::string& content, const Change& change) {
  if (change.truncates) {
    content.resize(static_cast<std::size_t>(change.at));
    return;
  }
  const auto at = static_cast<std::size_t>(change.at);
  if (content.size() < at + change.bytes.size()) content.resize(at + change.bytes.size());
  content.replace(at, change.bytes.size(), change.bytes);
}

// A file as the disk knows it.
struct DiskFile {
  std::string durable;
  std::vector<Change> pending;
  bool named = false;    // its name is safe in its folder
  bool deleted = false;  // its name was taken away, but not safely

  void sync() {
    for (const Change& change : pending) apply(durable, change);
    pending.clear();
  }
};

// One outcome of losing the changes of a file that were not synced.
std::string leave(const DiskFile& file, std::mt19937_64& random) {
  std::string content = file.durable;
  enum { kNothing, kBeginning, kSome, kTorn };
  const auto how = random() % 4;
  const std::size_t kept = file.pending.empty() ? 0 : random() % (file.pending.size() + 1);
  for (std::size_t number = 0; number < file.pending.size(); ++number) {
    const Change& change = file.pending[number];
    if (how == kNothing) break;
    if (how == kBeginning && number >= kept) break;
    if (how == kSome && random() % 2 == 0) continue;
    if (how != kTorn || change.truncates) {
      if (how == kTorn && random() % 2 == 0) continue;
      apply(content, change);
      continue;
    }
    for (std::size_t at = 0; at < change.bytes.size();) {
      const auto offset = static_cast<std::size_t>(change.at) + at;
      const std::size_t length = std::min(kSector - offset % kSector, change.bytes.size() - at);
      if (random() % 2 == 0) {
        apply(content, {false, static_cast<std::int64_t>(offset), change.bytes.substr(at, length)});
      }
      at += length;
    }
  }
  return content;
}

}  // namespace

class PowerLossDisk::State {
 public:
  explicit State(std::string name) : name_(std::move(name)) {
    below_ = sqlite3_vfs_find(nullptr);
    vfs_ = *below_;
    vfs_.iVersion = 1;
    vfs_.pNext = nullptr;
    vfs_.zName = name_.c_str();
    vfs_.pAppData = this;
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + below_->szOsFile;
    vfs_.xOpen = open;
    vfs_.xDelete = remove;
    vfs_.xAccess = [](sqlite3_vfs* vfs, const char* path, int flags, int* out) {
      return self(vfs)->below_->xAccess(self(vfs)->below_, path, flags, out);
    };
    vfs_.xFullPathname = [](sqlite3_vfs* vfs, const char* path, int size, char* out) {
      return self(vfs)->below_->xFullPathname(self(vfs)->below_, path, size, out);
    };
    vfs_.xRandomness = [](sqlite3_vfs* vfs, int size, char* out) {
      return self(vfs)->below_->xRandomness(self(vfs)->below_, size, out);
    };
    vfs_.xSleep = [](sqlite3_vfs* vfs, int micros) {
      return self(vfs)->below_->xSleep(self(vfs)->below_, micros);
    };
    vfs_.xCurrentTime = [](sqlite3_vfs* vfs, double* out) {
      return self(vfs)->below_->xCurrentTime(self(vfs)->below_, out);
    };
    sqlite3_vfs_register(&vfs_, 0);
  }
  ~State() { sqlite3_vfs_unregister(&vfs_); }

  const std::string& name() const { return name_; }

  void cut_after(std::int64_t calls) {
    std::lock_guard lock(mutex_);
    cut_at_ = calls_ + calls;
    cut_ = calls == 0;
  }
  bool is_cut() const {
    std::lock_guard lock(mutex_);
    return cut_;
  }
  std::int64_t calls() const {
    std::lock_guard lock(mutex_);
    return calls_;
  }
  std::int64_t syncs() const {
    std::lock_guard lock(mutex_);
    return syncs_;
  }

  // SQLITE_OK, or what every write ends with.
  void set_trouble(int code) {
    std::lock_guard lock(mutex_);
    trouble_ = code;
  }

  void come_back(std::uint64_t seed) {
    std::lock_guard lock(mutex_);
    std::mt19937_64 random(seed);
    for (auto& [path, file] : files_) {
      const bool there = (file.named || random() % 2 == 0) && (!file.deleted || random() % 2 == 0);
      std::filesystem::remove(path);
      if (!there) continue;
      const std::string content = leave(file, random);
      std::ofstream(path, std::ios::binary)
          .write(content.data(), static_cast<std::streamsize>(content.size()));
      // What is in the shared memory of a log goes with the power.
      std::filesystem::remove(path + "-shm");
    }
    files_.clear();
    cut_ = false;
    cut_at_ = -1;
  }

 private:
  // SQLite gives room for this and the file of the VFS below, which lies behind it.
  struct File {
    sqlite3_file base;
    State* disk;
    std::string* path;  // null if the file is not on this disk (temporary ones)
    bool syncs_folder;

    sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };

  static State* self(sqlite3_vfs* vfs) { return static_cast<State*>(vfs->pAppData); }
  static File* file_of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }

  // Counts a call that reaches the disk; false once the power is gone.
  bool powered() {
    if (cut_at_ >= 0 && calls_ >= cut_at_) cut_ = true;
    if (!cut_) ++calls_;
    return !cut_;
  }

  static int open(sqlite3_vfs* vfs, sqlite3_filename path, sqlite3_file* out, int flags,
                  int* out_flags) {
    State* const disk = self(vfs);
    File* const file = file_of(out);
    file->base.pMethods = nullptr;
    file->disk = disk;
    file->path = nullptr;
    const bool ours =
        path != nullptr && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL |
                                     SQLITE_OPEN_WAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0;
    {
      std::lock_guard lock(disk->mutex_);
      if (ours && disk->cut_) return SQLITE_IOERR;
    }
    const bool existed = path != nullptr && std::filesystem::exists(path);
    const int code = disk->below_->xOpen(disk->below_, path, file->below(), flags, out_flags);
    if (code != SQLITE_OK) return code;
    file->base.pMethods = &methods();
    if (!ours) return code;

    file->path = new std::string(path);
    file->syncs_folder = (flags & SQLITE_OPEN_MAIN_DB) == 0;
    std::lock_guard lock(disk->mutex_);
    const auto [found, fresh] = disk->files_.try_emplace(path);
    DiskFile& known = found->second;
    if (fresh && existed) {
      // It was there before this disk was watched, so it is safe.
      std::ifstream in(path, std::ios::binary);
      known.durable.assign(std::istreambuf_iterator<char>(in), {});
      known.named = true;
    }
    if (!existed) known.deleted = false;
    return code;
  }

  static int remove(sqlite3_vfs* vfs, const char* path, int sync_folder) {
    State* const disk = self(vfs);
    std::lock_guard lock(disk->mutex_);
    if (!disk->powered()) return SQLITE_IOERR_DELETE;
    const auto found = disk->files_.find(path);
    if (found != disk->files_.end()) {
      found->second.deleted = true;
      if (sync_folder != 0) disk->sync_folder();
    }
    return disk->below_->xDelete(disk->below_, path, 0);
  }

  // All names of the folder are safe then; what was deleted is gone.
  void sync_folder() {
    std::erase_if(files_, [](const auto& each) { return each.second.deleted; });
    for (auto& [path, file] : files_) file.named = true;
  }

  static int close(sqlite3_file* out) {
    File* const file = file_of(out);
    delete file->path;
    return file->below()->pMethods->xClose(file->below());
  }

  static int read(sqlite3_file* out, void* to, int size, sqlite3_int64 at) {
    File* const file = file_of(out);
    {
      std::lock_guard lock(file->disk->mutex_);
      if (file->path != nullptr && file->disk->cut_) return SQLITE_IOERR_READ;
    }
    return file->below()->pMethods->xRead(file->below(), to, size, at);
  }

  static int write(sqlite3_file* out, const void* from, int size, sqlite3_int64 at) {
    File* const file = file_of(out);
    std::lock_guard lock(file->disk->mutex_);
    if (file->path != nullptr) {
      if (!file->disk->powered()) return SQLITE_IOERR_WRITE;
      if (file->disk->trouble_ != SQLITE_OK) return file->disk->trouble_;
      file->disk->files_[*file->path].pending.push_back(
          {false, at, std::string(static_cast<const char*>(from), static_cast<std::size_t>(size))});
    }
    return file->below()->pMethods->xWrite(file->below(), from, size, at);
  }

  static int truncate(sqlite3_file* out, sqlite3_int64 size) {
    File* const file = file_of(out);
    std::lock_guard lock(file->disk->mutex_);
    if (file->path != nullptr) {
      if (!file->disk->powered()) return SQLITE_IOERR_TRUNCATE;
      file->disk->files_[*file->path].pending.push_back({true, size, {}});
    }
    return file->below()->pMethods->xTruncate(file->below(), size);
  }

  static int sync(sqlite3_file* out, int) {
    File* const file = file_of(out);
    if (file->path == nullptr) return SQLITE_OK;
    State* const disk = file->disk;
    std::lock_guard lock(disk->mutex_);
    if (!disk->powered()) return SQLITE_IOERR_FSYNC;
    ++disk->syncs_;
    disk->files_[*file->path].sync();
    if (file->syncs_folder) {
      disk->sync_folder();
      file->syncs_folder = false;
    }
    return SQLITE_OK;
  }

  static const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods all = [] {
      sqlite3_io_methods io{};
      io.iVersion = 2;  // no mapped reading, which would go past this
      io.xClose = close;
      io.xRead = read;
      io.xWrite = write;
      io.xTruncate = truncate;
      io.xSync = sync;
      io.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) {
        return file_of(f)->below()->pMethods->xFileSize(file_of(f)->below(), size);
      };
      io.xLock = [](sqlite3_file* f, int kind) {
        return file_of(f)->below()->pMethods->xLock(file_of(f)->below(), kind);
      };
      io.xUnlock = [](sqlite3_file* f, int kind) {
        return file_of(f)->below()->pMethods->xUnlock(file_of(f)->below(), kind);
      };
      io.xCheckReservedLock = [](sqlite3_file* f, int* held) {
        return file_of(f)->below()->pMethods->xCheckReservedLock(file_of(f)->below(), held);
      };
      io.xFileControl = [](sqlite3_file* f, int op, void* arg) -> int {
        // Hints would let the file below grow without a write that is seen here.
        if (op == SQLITE_FCNTL_SIZE_HINT || op == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_NOTFOUND;
        return file_of(f)->below()->pMethods->xFileControl(file_of(f)->below(), op, arg);
      };
      io.xSectorSize = [](sqlite3_file*) { return static_cast<int>(kSector); };
      io.xDeviceCharacteristics = [](sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; };
      io.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
        return file_of(f)->below()->pMethods->xShmMap(file_of(f)->below(), page, size, extend, out);
      };
      io.xShmLock = [](sqlite3_file* f, int offset, int n, int flags) {
        return file_of(f)->below()->pMethods->xShmLock(file_of(f)->below(), offset, n, flags);
      };
      io.xShmBarrier = [](sqlite3_file* f) {
        file_of(f)->below()->pMethods->xShmBarrier(file_of(f)->below());
      };
      io.xShmUnmap = [](sqlite3_file* f, int remove_it) {
        return file_of(f)->below()->pMethods->xShmUnmap(file_of(f)->below(), remove_it);
      };
      return io;
    }();
    return all;
  }

  const std::string name_;
  sqlite3_vfs* below_ = nullptr;
  sqlite3_vfs vfs_{};
  mutable std::mutex mutex_;
  std::map<std::string, DiskFile> files_;
  std::int64_t calls_ = 0;
  std::int64_t syncs_ = 0;
  std::int64_t cut_at_ = -1;
  bool cut_ = false;
  int trouble_ = SQLITE_OK;
};

PowerLossDisk::PowerLossDisk(std::string name) : state_(std::make_unique<State>(std::move(name))) {}
PowerLossDisk::~PowerLossDisk() = default;

const std::string& PowerLossDisk::name() const { return state_->name(); }
void PowerLossDisk::cut_after(std::int64_t calls) { state_->cut_after(calls); }
bool PowerLossDisk::is_cut() const { return state_->is_cut(); }
std::int64_t PowerLossDisk::calls() const { return state_->calls(); }
std::int64_t PowerLossDisk::syncs() const { return state_->syncs(); }
void PowerLossDisk::fill() { state_->set_trouble(SQLITE_FULL); }
void PowerLossDisk::break_down() { state_->set_trouble(SQLITE_IOERR_WRITE); }
void PowerLossDisk::mend() { state_->set_trouble(SQLITE_OK); }
void PowerLossDisk::come_back(std::uint64_t seed) { state_->come_back(seed); }

}  // namespace rapport
