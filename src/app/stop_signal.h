// SIGINT and SIGTERM as something to wait for.

#pragma once

#include <csignal>

namespace rapport {

class StopSignal {
 public:
  // Blocks both signals in this thread and all it starts: make it before the first thread.
  StopSignal() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
  }

  void wait() const {
    int signal = 0;
    sigwait(&signals_, &signal);
  }

 private:
  sigset_t signals_;
};

}  // namespace rapport
