#include "desk/outbox/test_pause.h"

#include <chrono>
#include <fstream>
#include <thread>

namespace rapport {

std::function<void(const Act&)> pause_when_answered(const std::filesystem::path& folder) {
  return [folder](const Act& act) {
    std::ofstream(folder / ("answered-" + to_string(act.id))) << to_word(act.state) << '\n';
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    std::error_code ignored;
    while (std::filesystem::exists(folder / "hold", ignored) &&
           std::chrono::steady_clock::now() < until) {
      std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
  };
}

}  // namespace rapport
