#include "base/secret_box.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <vector>

namespace rapport {
namespace {

constexpr std::size_t kKeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::string_view kVersion = "v1.";
constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

bool sodium_ready() {
  static const bool ready = sodium_init() >= 0;
  return ready;
}

std::string to_base64(const std::vector<unsigned char>& bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kBase64);
  text.pop_back();  // the terminator
  return text;
}

std::optional<std::vector<unsigned char>> from_base64(std::string_view text, int variant) {
  std::vector<unsigned char> bytes(text.size() / 4 * 3 + 3);
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, &end,
                        variant) != 0 ||
      end != text.data() + text.size()) {
    return std::nullopt;
  }
  bytes.resize(size);
  return bytes;
}

tl::unexpected<Error> key_trouble(std::string message) {
  return fail(ErrorKind::kInternal, std::move(message), std::strerror(errno));
}

struct Descriptor {
  int value = -1;
  ~Descriptor() {
    if (value >= 0) ::close(value);
  }
};

// A file that appears whole or not at all, and never replaces one that is there: two first runs at
// once end with one key.
Result<Done> make_key_file(const std::filesystem::path& path) {
  std::array<unsigned char, kKeyBytes> key{};
  randombytes_buf(key.data(), key.size());
  std::string text(kKeyBytes * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), key.data(), key.size());
  sodium_memzero(key.data(), key.size());
  text.back() = '\n';

  const std::string fresh = path.string() + ".new." + std::to_string(randombytes_random());
  {
    const Descriptor file{::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
    if (file.value < 0) return key_trouble("The key file cannot be made in the data folder.");
    const bool written =
        ::write(file.value, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(file.value) == 0;
    wipe(text);
    if (!written) {
      ::unlink(fresh.c_str());
      return key_trouble("The key file cannot be written to the data folder.");
    }
  }
  const bool placed = ::link(fresh.c_str(), path.c_str()) == 0 || errno == EEXIST;
  ::unlink(fresh.c_str());
  if (!placed) return key_trouble("The key file cannot be placed in the data folder.");
  const Descriptor folder{::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (folder.value < 0 || ::fsync(folder.value) != 0) {
    return key_trouble("The data folder cannot be synced.");
  }
  return Done{};
}

}  // namespace

void wipe(std::string& secret) {
  sodium_memzero(secret.data(), secret.size());
  secret.clear();
}

void SecretBox::Wipe::operator()(unsigned char* key) const { sodium_free(key); }

Result<SecretBox> SecretBox::of_key_bytes(const unsigned char* bytes, std::size_t size) {
  if (!sodium_ready()) return fail(ErrorKind::kInternal, "Encryption is not available here.");
  if (size != kKeyBytes)
    return invalid("The key must be 32 bytes as hex or base64.", "RAPPORT_KEY");
  Key key(static_cast<unsigned char*>(sodium_malloc(kKeyBytes)));
  if (!key) return fail(ErrorKind::kInternal, "There is no memory for the key.");
  std::memcpy(key.get(), bytes, kKeyBytes);
  sodium_mprotect_readonly(key.get());
  return SecretBox(std::move(key));
}

Result<SecretBox> SecretBox::of_key_text(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) {
    text.remove_suffix(1);
  }
  if (text.size() == kKeyBytes * 2) {
    std::array<unsigned char, kKeyBytes> bytes{};
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size,
                       &end) == 0 &&
        end == text.data() + text.size()) {
      auto box = of_key_bytes(bytes.data(), size);
      sodium_memzero(bytes.data(), bytes.size());
      return box;
    }
  }
  for (const int variant :
       {sodium_base64_VARIANT_ORIGINAL, sodium_base64_VARIANT_ORIGINAL_NO_PADDING,
        sodium_base64_VARIANT_URLSAFE, sodium_base64_VARIANT_URLSAFE_NO_PADDING}) {
    if (auto bytes = from_base64(text, variant)) {
      auto box = of_key_bytes(bytes->data(), bytes->size());
      sodium_memzero(bytes->data(), bytes->size());
      return box;
    }
  }
  return invalid("The key must be 32 bytes as hex or base64.", "RAPPORT_KEY");
}

Result<SecretBox> SecretBox::of_data_folder(const std::filesystem::path& folder) {
  if (const char* given = std::getenv("RAPPORT_KEY"); given != nullptr && *given != '\0') {
    return of_key_text(given);
  }
  if (!sodium_ready()) return fail(ErrorKind::kInternal, "Encryption is not available here.");
  const std::filesystem::path path = folder / "secret.key";
  Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.value < 0 && errno == ENOENT) {
    RAPPORT_TRY(make_key_file(path));
    file.value = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  }
  if (file.value < 0) return key_trouble("The key file " + path.string() + " cannot be opened.");

  struct stat facts {};
  if (::fstat(file.value, &facts) != 0) return key_trouble("The key file cannot be examined.");
  if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return fail(ErrorKind::kInternal,
                "The key file " + path.string() + " can be read by others: run chmod 600 on it.");
  }
  std::string text(256, '\0');
  const ssize_t size = ::read(file.value, text.data(), text.size());
  if (size < 0) return key_trouble("The key file cannot be read.");
  text.resize(static_cast<std::size_t>(size));
  auto box = of_key_text(text);
  wipe(text);
  if (!box) {
    return fail(ErrorKind::kInternal, "The key file " + path.string() + " holds no key.",
                box.error().message);
  }
  return box;
}

Result<std::string> SecretBox::seal(std::string_view plain, std::string_view context) const {
  std::vector<unsigned char> bytes(kNonceBytes + plain.size() + kTagBytes);
  randombytes_buf(bytes.data(), kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      bytes.data() + kNonceBytes, nullptr, reinterpret_cast<const unsigned char*>(plain.data()),
      plain.size(), reinterpret_cast<const unsigned char*>(context.data()), context.size(), nullptr,
      bytes.data(), key_.get());
  return std::string(kVersion) + to_base64(bytes);
}

Result<std::string> SecretBox::open(std::string_view sealed, std::string_view context) const {
  constexpr std::string_view kWords =
      "A stored secret cannot be opened: it is damaged, or the key is another one than it was.";
  if (!sealed.starts_with(kVersion)) return invalid(std::string(kWords));
  const auto bytes = from_base64(sealed.substr(kVersion.size()), kBase64);
  if (!bytes || bytes->size() < kNonceBytes + kTagBytes) return invalid(std::string(kWords));
  std::string plain(bytes->size() - kNonceBytes - kTagBytes, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr,
          bytes->data() + kNonceBytes, bytes->size() - kNonceBytes,
          reinterpret_cast<const unsigned char*>(context.data()), context.size(), bytes->data(),
          key_.get()) != 0) {
    return invalid(std::string(kWords));
  }
  return plain;
}

}  // namespace rapport
