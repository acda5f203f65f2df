#include "listen/needs.h"

namespace rapport {

QueryNeeds QueryNeeds::of(const QueryTree& query) {
  QueryNeeds needs;
  if (query.kind == QueryKind::kField) {
    needs.fields_ = bit_of(query.field);
    if (query.field == QueryField::kHas && query.text == "question") needs.fields_ |= kQuestion;
  } else if (query.kind == QueryKind::kWords && query.section == Section::kTitle) {
    needs.fields_ = bit_of(QueryField::kTitle);
  }
  for (const QueryTree& each : query.of) needs |= of(each);
  return needs;
}

bool QueryNeeds::reading() const {
  return asks(QueryField::kSentiment) || asks(QueryField::kIntent) || asks(QueryField::kReason) ||
         (fields_ & kQuestion) != 0;
}

bool QueryNeeds::enrichment() const {
  return reading() || asks(QueryField::kTopic) || asks(QueryField::kPerson) ||
         asks(QueryField::kLevel);
}

bool needs_enrichment(QueryField field, std::string_view value) {
  switch (field) {
    case QueryField::kSentiment:
    case QueryField::kIntent:
    case QueryField::kReason:
    case QueryField::kTopic:
    case QueryField::kPerson:
    case QueryField::kLevel:
      return true;
    case QueryField::kHas:
      return value == "question";
    default:
      return false;
  }
}

}  // namespace rapport
