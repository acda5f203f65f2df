// rapport version, rapport openapi.

#include <iostream>

#include "app/commands/commands.h"
#include "http/version.h"
#include "http/wire/openapi.h"

namespace rapport {

int run_version() {
  std::cout << "rapport " << kVersion << '\n';
  return kOk;
}

int run_openapi() {
  std::cout << openapi_json() << '\n';
  return kOk;
}

}  // namespace rapport
