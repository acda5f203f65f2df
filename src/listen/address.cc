#include "listen/address.h"

#include <algorithm>

#include "listen/fields.h"
#include "listen/letters.h"

namespace rapport {
namespace {

bool is_host_under(std::string_view host, std::string_view asked) {
  if (asked.empty() || !host.ends_with(asked)) return false;
  return host.size() == asked.size() || host[host.size() - asked.size() - 1] == '.';
}

}  // namespace

std::string plain_address(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme <= 8) address.remove_prefix(scheme + 3);
  const std::size_t end = std::min(address.size(), address.find_first_of("/?#"));
  std::string out = small_letters(address.substr(0, end));
  if (out.starts_with("www.")) out.erase(0, 4);
  out += address.substr(end);
  while (out.ends_with('/')) out.pop_back();
  return out;
}

std::string_view host_of(std::string_view plain) {
  return plain.substr(0, plain.find_first_of("/?#:"));
}

bool address_is_under(std::string_view address, std::string_view asked) {
  const std::string plain = plain_address(address);
  if (asked.find('*') != asked.npos) {
    // Only "*" is special here: "?" begins the query of an address.
    std::vector<Letter> wanted;
    std::vector<Letter> has;
    append_letters(asked, Wildcards::kPlain, wanted);
    for (Letter& each : wanted) {
      if (each.plain == U'*') each.plain = each.accent = kAnyLetters;
    }
    append_letters(plain, Wildcards::kPlain, has);
    return letters_match(wanted.data(), wanted.data() + wanted.size(), has.data(),
                         has.data() + has.size(), CaseRule::kAny);
  }
  const std::string_view host = host_of(asked);
  if (!is_host_under(host_of(plain), host)) return false;
  const std::string_view path = asked.substr(host.size());
  const std::string_view its = std::string_view(plain).substr(host_of(plain).size());
  if (path.empty()) return true;
  if (!its.starts_with(path)) return false;
  if (its.size() == path.size()) return true;
  const char next = its[path.size()];
  return next == '/' || next == '?' || next == '#' || next == '&' || path.back() == '/';
}

bool address_is_on(std::string_view address, std::string_view host) {
  return is_host_under(host_of(plain_address(address)), host_of(host));
}

}  // namespace rapport
