#include "text/reading/weights.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "text/reading/features.h"

namespace rapport {
namespace {

static_assert(std::endian::native == std::endian::little, "the file is little-endian");

struct Header {
  std::array<char, 8> magic;
  std::uint32_t format;
  std::uint32_t version;  // a hash of the content
  std::uint32_t slot_bits;
  std::uint32_t outputs;
  std::array<char, 40> unused;
};
static_assert(sizeof(Header) == 64);

constexpr std::array<char, 8> kMagic = {'R', 'P', 'R', 'E', 'A', 'D', 'N', 'G'};
constexpr std::uint32_t kFormat = 1;
constexpr std::uint32_t kMostSlotBits = 22;

std::size_t size_of(std::uint32_t slot_bits) {
  const std::size_t slots = std::size_t{1} << slot_bits;
  return sizeof(Header) + sizeof(OutputSettings) + slots * (sizeof(std::uint16_t) + kOutputs);
}

Error broken(const std::string& path, const std::string& why) {
  return Error{ErrorKind::kInvalid, path + " cannot be read: " + why + ".", {}, {}, {}};
}

}  // namespace

Result<std::shared_ptr<const Weights>> Weights::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return fail(broken(path, std::strerror(errno)));
  struct stat info {};
  ::fstat(file, &info);
  const auto size = static_cast<std::size_t>(info.st_size);
  void* mapped =
      size >= sizeof(Header) ? ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0) : MAP_FAILED;
  ::close(file);
  if (mapped == MAP_FAILED) return fail(broken(path, "it is cut short"));
  std::shared_ptr<Weights> out(new Weights);
  out->mapped_ = mapped;
  out->size_ = size;
  Header header;
  std::memcpy(&header, mapped, sizeof(header));
  if (header.magic != kMagic) return fail(broken(path, "these are no weights"));
  if (header.format != kFormat || header.outputs != kOutputs || header.slot_bits > kMostSlotBits) {
    return fail(broken(path, "it is of another version of Rapport"));
  }
  if (size != size_of(header.slot_bits)) return fail(broken(path, "it is cut short"));
  const char* at = static_cast<const char*>(mapped) + sizeof(Header);
  const std::size_t slots = std::size_t{1} << header.slot_bits;
  out->version_ = header.version;
  out->mask_ = slots - 1;
  out->settings_ = reinterpret_cast<const OutputSettings*>(at);
  at += sizeof(OutputSettings);
  out->rows_ = reinterpret_cast<const WeightRow*>(at);
  at += slots * kOutputs;
  out->tags_ = reinterpret_cast<const std::uint16_t*>(at);
  return out;
}

Weights::~Weights() {
  if (mapped_ != nullptr) ::munmap(mapped_, size_);
}

Result<Done> WeightsFile::write(const std::string& path, unsigned slot_bits) const {
  const std::size_t slots = std::size_t{1} << slot_bits;
  std::vector<std::uint16_t> tags(slots);
  std::vector<WeightRow> placed(slots);
  for (const Row& row : rows) {
    std::size_t slot = row.hash & (slots - 1);
    for (std::size_t probe = 0; probe < Weights::kMostProbes; ++probe) {
      if (tags[slot] == 0) {
        tags[slot] = Weights::tag_of(row.hash);
        placed[slot] = row.weights;
        break;
      }
      // Two features of one tag in one run of slots: the more telling one has it.
      if (tags[slot] == Weights::tag_of(row.hash)) break;
      slot = (slot + 1) & (slots - 1);
    }
  }
  std::string content;
  content.append(reinterpret_cast<const char*>(&settings), sizeof(settings));
  content.append(reinterpret_cast<const char*>(placed.data()), slots * kOutputs);
  content.append(reinterpret_cast<const char*>(tags.data()), slots * sizeof(std::uint16_t));
  Header header{kMagic,    kFormat,  static_cast<std::uint32_t>(hash_of(content)),
                slot_bits, kOutputs, {}};
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return fail(broken(path, std::strerror(errno)));
  const bool good = std::fwrite(&header, sizeof(header), 1, file) == 1 &&
                    std::fwrite(content.data(), content.size(), 1, file) == 1;
  if (std::fclose(file) != 0 || !good) return fail(broken(path, "it could not be written"));
  return Done{};
}

}  // namespace rapport
