#include "desk/reading/post_reader.h"

#include <mutex>
#include <unordered_map>
#include <utility>

#include "text/learning/adaptation.h"
#include "text/reading/reader.h"

namespace rapport {
namespace {

class EngineReader final : public PostReader {
 public:
  explicit EngineReader(std::shared_ptr<const Models> models)
      : models_(std::move(models)), reader_(Reader::make(models_)) {}

  std::int64_t stamp(WorkspaceId workspace) override {
    std::lock_guard lock(mutex_);
    const auto taught = taught_.find(workspace);
    const std::uint64_t hash = taught == taught_.end() ? 0 : taught->second.hash;
    // Never negative, and the version alone where nothing was taught.
    return static_cast<std::int64_t>((models_->version() + hash) & 0x7fff'ffff'ffff'ffff);
  }

  Reading read(WorkspaceId workspace, std::string_view text,
               const std::vector<std::string>& langs) override {
    // An author who names several languages has not said which one this is in.
    const std::string_view said = langs.size() == 1 ? std::string_view(langs.front()) : "";
    Reading reading;
    std::lock_guard lock(mutex_);
    const auto taught = taught_.find(workspace);
    const Adaptation* with = taught == taught_.end() ? nullptr : taught->second.adaptation.get();
    reader_->read(text, said, with, reading);
    return reading;
  }

  void adapt(WorkspaceId workspace, std::shared_ptr<const Adaptation> adaptation,
             std::uint64_t taught) override {
    std::lock_guard lock(mutex_);
    taught_[workspace] = {std::move(adaptation), taught};
  }

  std::shared_ptr<const Models> models() const override { return models_; }

 private:
  struct Taught {
    std::shared_ptr<const Adaptation> adaptation;
    std::uint64_t hash = 0;
  };

  const std::shared_ptr<const Models> models_;
  std::mutex mutex_;
  std::unique_ptr<Reader> reader_;
  std::unordered_map<WorkspaceId, Taught> taught_;
};

}  // namespace

std::unique_ptr<PostReader> make_post_reader(std::shared_ptr<const Models> models) {
  return std::make_unique<EngineReader>(std::move(models));
}

}  // namespace rapport
