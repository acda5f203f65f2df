#include "listen/query.h"

namespace rapport {

bool QueryTree::operator==(const QueryTree& other) const {
  return kind == other.kind && text == other.text && style == other.style &&
         section == other.section && field == other.field && low == other.low &&
         high == other.high && of == other.of && steps == other.steps && within == other.within;
}

}  // namespace rapport
