// The reading engine: a post's text in, what it says out. Pure: no I/O, no locks, the same answer
// for the same text, in microseconds.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/reading.h"

namespace rapport {

// A workspace's own small change to what the engine reads (text/learning/), and its topics.
class Adaptation;

// The trained weights, mapped from a folder and shared by all readers of the process.
class Models {
 public:
  virtual ~Models() = default;

  // Error: a file is missing, cut short or of another version; the message names it.
  static Result<std::shared_ptr<const Models>> open(const std::string& folder);

  // Changes whenever the weights do: readings of another version may be made again.
  virtual std::uint32_t version() const = 0;
  // Bytes mapped.
  virtual std::size_t bytes() const = 0;
};

// One a thread. It holds the working memory of reading, and remembers words it met.
class Reader {
 public:
  virtual ~Reader() = default;

  static std::unique_ptr<Reader> make(std::shared_ptr<const Models> models);

  // `text` is UTF-8 (broken bytes are read as if they were spaces). `language` is what the author's
  // client said (BCP 47), empty if nothing; it is a hint, not believed against the text.
  // `adaptation` may be null. Clears `out` first.
  virtual void read(std::string_view text, std::string_view language, const Adaptation* adaptation,
                    Reading& out) = 0;
};

}  // namespace rapport
