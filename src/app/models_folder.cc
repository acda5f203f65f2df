#include "app/models_folder.h"

#include <array>
#include <system_error>

namespace rapport {

std::filesystem::path models_folder(const Config& config) {
  if (!config.models.empty()) return config.models;
  std::error_code ignored;
  const auto beside = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const auto* place : {"models", "../models", "../../models", "../share/rapport/models"}) {
    const auto folder = (beside / place).lexically_normal();
    if (std::filesystem::exists(folder / "reading.bin", ignored)) return folder;
  }
  return {};
}

Result<std::shared_ptr<const Models>> open_models(const Config& config) {
  const auto folder = models_folder(config);
  if (folder.empty()) {
    return not_found(
        "The models that read posts are not there. They lie in models/ beside the program, or "
        "where "
        "the setting `models` says.");
  }
  return Models::open(folder.string());
}

}  // namespace rapport
