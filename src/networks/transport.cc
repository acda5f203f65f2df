#include "networks/transport.h"

#include <algorithm>

namespace rapport {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::optional<std::string_view> HttpResponse::header(std::string_view name) const {
  for (const HttpHeader& each : headers) {
    if (std::equal(each.name.begin(), each.name.end(), name.begin(), name.end(),
                   [](char a, char b) { return lower(a) == lower(b); })) {
      return each.value;
    }
  }
  return std::nullopt;
}

}  // namespace rapport
