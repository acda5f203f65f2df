#include "networks/mail/message.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "base/base64.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace rapport::mail {
namespace {

constexpr std::size_t kMostAddress = 254;
constexpr std::size_t kMostSubject = 200;  // graphemes
constexpr std::size_t kEncodedWord = 42;   // bytes in one, so that it keeps under 75 characters
constexpr std::size_t kLine = 75;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= ' ' && static_cast<unsigned char>(c) < 0x7F;
  });
}

// Without anything that could end a header.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : clean_utf8(text)) {
    const bool space = static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return std::string(trim(out));
}

// Words of a header, encoded where they are not plain (RFC 2047), folded.
std::string header_words(std::string_view text) {
  const bool plain = is_ascii(text) && text.find("=?") == std::string_view::npos;
  if (plain && text.size() <= 60) return std::string(text);
  std::string out;
  while (!text.empty()) {
    std::string_view part = cut_bytes(text, kEncodedWord);
    if (part.empty()) {
      // One character of more bytes than that: between its code points then.
      std::size_t end = std::min(text.size(), kEncodedWord);
      while (end > 1 && end < text.size() &&
             (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
      }
      part = text.substr(0, end);
    }
    if (!out.empty()) out += "\r\n ";
    out += "=?UTF-8?B?" + to_base64(part) + "?=";
    text.remove_prefix(part.size());
  }
  return out;
}

std::string quoted(std::string_view name) {
  if (!is_ascii(name)) return header_words(name);
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string header_mailbox(const Mailbox& box) {
  if (box.name.empty()) return box.address;
  return quoted(box.name) + "\r\n <" + box.address + ">";
}

// Quoted-printable (RFC 2045), a line at a time.
std::string quoted_printable(std::string_view text) {
  std::string out;
  std::size_t length = 0;
  const auto put = [&](std::string_view piece) {
    if (length + piece.size() > kLine) {
      out += "=\r\n";
      length = 0;
    }
    out += piece;
    length += piece.size();
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '\n') {
      out += "\r\n";
      length = 0;
      continue;
    }
    const bool ends = at + 1 == text.size() || text[at + 1] == '\n';
    // A dot or "From " at the beginning of a line means something to some on the way.
    const bool tells = length == 0 && (byte == '.' || byte == 'F');
    const bool plain =
        (byte > ' ' && byte < 0x7F && byte != '=' && !tells) || (byte == ' ' && !ends);
    if (plain) {
      put(text.substr(at, 1));
    } else {
      std::array<char, 4> code{};
      std::snprintf(code.data(), code.size(), "=%02X", byte);
      put(code.data());
    }
  }
  return out;
}

std::string date_header(Time now) {
  static constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed",
                                                    "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(now - day)};
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000",
                kDays[std::chrono::weekday{day}.c_encoding()], static_cast<unsigned>(date.day()),
                kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text.data();
}

bool may_stand_in_address(char c) {
  return c > ' ' && c < 0x7F && c != '<' && c != '>' && c != '(' && c != ')' && c != ',' &&
         c != ';' && c != ':' && c != '"' && c != '\\' && c != '[' && c != ']';
}

}  // namespace

std::optional<Mailbox> mailbox_of(std::string_view text) {
  text = trim(text);
  Mailbox box;
  std::string_view address = text;
  if (text.ends_with('>')) {
    const std::size_t open = text.rfind('<');
    if (open == std::string_view::npos) return std::nullopt;
    box.name = one_line(text.substr(0, open));
    if (box.name.size() >= 2 && box.name.front() == '"' && box.name.back() == '"') {
      box.name = box.name.substr(1, box.name.size() - 2);
    }
    address = text.substr(open + 1, text.size() - open - 2);
  }
  const std::size_t at = address.find('@');
  const bool fine = address.size() <= kMostAddress && at != std::string_view::npos && at > 0 &&
                    at + 1 < address.size() &&
                    address.find('@', at + 1) == std::string_view::npos &&
                    std::all_of(address.begin(), address.end(), may_stand_in_address) &&
                    address.back() != '.' && address[at + 1] != '.' && address.front() != '-';
  if (!fine) return std::nullopt;
  box.address = address;
  return box;
}

std::string message_of(const Mailbox& from, const Mailbox& to, const Notice& notice, Time now) {
  const std::string subject(cut_graphemes(one_line(notice.subject), kMostSubject));
  std::string id;
  for (const char c : notice.id) {
    const bool fine = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '-' || c == '.';
    if (fine && id.size() < 100) id += c;
  }
  if (id.empty()) id = std::to_string(to_micros(now));
  std::string body;
  for (const std::string& each : notice.lines) {
    if (!body.empty()) body += "\n\n";
    body += printable(clean_utf8(each));
  }
  if (!notice.url.empty()) body += (body.empty() ? "" : "\n\n") + one_line(notice.url);
  body += '\n';

  std::string out;
  out += "Date: " + date_header(now) + "\r\n";
  out += "From: " + header_mailbox(from) + "\r\n";
  out += "To: " + header_mailbox(to) + "\r\n";
  out += "Subject: " + header_words(subject.empty() ? "Rapport" : subject) + "\r\n";
  out += "Message-ID: <" + id + from.address.substr(from.address.find('@')) + ">\r\n";
  // No answer by machines: nobody reads them.
  out += "Auto-Submitted: auto-generated\r\n";
  out += "MIME-Version: 1.0\r\n";
  out += "Content-Type: text/plain; charset=utf-8\r\n";
  out += "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
  out += quoted_printable(body);
  if (!out.ends_with("\r\n")) out += "\r\n";
  return out;
}

}  // namespace rapport::mail
