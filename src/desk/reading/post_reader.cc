#include "desk/reading/post_reader.h"

#include <mutex>
#include <utility>

#include "text/reading/reader.h"

namespace rapport {
namespace {

class EngineReader final : public PostReader {
 public:
  explicit EngineReader(std::shared_ptr<const Models> models)
      : version_(models->version()), reader_(Reader::make(std::move(models))) {}

  std::int64_t stamp(WorkspaceId) override { return version_; }

  Reading read(WorkspaceId, std::string_view text, const std::vector<std::string>& langs) override {
    // An author who names several languages has not said which one this is in.
    const std::string_view said = langs.size() == 1 ? std::string_view(langs.front()) : "";
    Reading reading;
    std::lock_guard lock(mutex_);
    reader_->read(text, said, nullptr, reading);
    return reading;
  }

 private:
  const std::int64_t version_;
  std::mutex mutex_;
  std::unique_ptr<Reader> reader_;
};

}  // namespace

std::unique_ptr<PostReader> make_post_reader(std::shared_ptr<const Models> models) {
  return std::make_unique<EngineReader>(std::move(models));
}

}  // namespace rapport
