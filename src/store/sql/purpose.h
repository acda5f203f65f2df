#pragma once

namespace rapport {

// What a connection is for: one that may write, or with kRead one that may only read.
enum class Purpose { kWrite, kRead };

}  // namespace rapport
