#include <algorithm>
#include <cctype>

#include "coach/phrases.h"
#include "coach/rules/private_signs.h"

namespace rapport::coach {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// Do words [first, last] stand in one sentence, with nothing but a space between them?
bool in_a_row(const Side& side, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    const Word& word = side.words[i];
    const Word& next = side.words[i + 1];
    if (word.sentence != next.sentence) return false;
    if (side.of(Span{word.span.end, next.span.begin}) != " ") return false;
  }
  return true;
}

template <std::size_t kCount>
bool is_one_of(const std::string_view (&words)[kCount], std::string_view normal) {
  return std::find(std::begin(words), std::end(words), normal) != std::end(words);
}

// "14 Elm Rise", "31 Mercer Court": where somebody lives.
bool is_street(std::string_view normal) {
  static constexpr std::string_view kStreets[] = {
      "street", "road",  "rd",      "lane",      "row",  "court",   "avenue",
      "ave",    "close", "drive",   "rise",      "mews", "terrace", "crescent",
      "grove",  "quay",  "gardens", "boulevard", "st"};
  return is_one_of(kStreets, normal);
}

// "3 Hyde Park tickets", "the 12 Mile Walk": streets only where one is said to be at them.
bool may_be_street(std::string_view normal) {
  static constexpr std::string_view kStreets[] = {"park", "view",  "way",  "green",
                                                  "hill", "place", "walk", "square"};
  return is_one_of(kStreets, normal);
}

bool leads_to_a_street(std::string_view normal) {
  static constexpr std::string_view kWords[] = {"at", "to", "your", "address", "flat", "from"};
  return is_one_of(kWords, normal);
}

// "the 8 Green Lane bus", "have 2 Court Road tickets": figures, but of no house.
bool leads_to_a_count(std::string_view normal) {
  static constexpr std::string_view kWords[] = {"the",  "bus",  "tram",  "line",  "route",
                                                "only", "just", "these", "those", "all",
                                                "have", "has",  "are",   "over"};
  return is_one_of(kWords, normal);
}

// "14", "14b".
bool is_house_number(std::string_view text) {
  if (text.empty() || text.size() > 4 || !is_digit(text.front())) return false;
  const char last = text.back();
  return std::all_of(text.begin(), text.end() - 1, is_digit) &&
         (is_digit(last) || (last >= 'a' && last <= 'f'));
}

// A place that is open to everybody.
const Phrases& public_place() {
  static const Phrases kPhrases = {
      {"en",
       {"shop|store|branch|office|cafe|café|museum|library|entrance|station|stop|desk|venue",
        "hall|church|theatre|gallery|market|clinic|surgery|school|hotel|restaurant|bar|pub",
        "club|bank|pharmacy|hospital|garage|salon|bakery",
        "workshop|depot|showroom|studio|centre|center", "talk|event|concert|meeting|class|course",
        "party|gig|screening|tasting|counter|lockers", "find|visit us", "come by|in|over|round",
        "we're|we are at|on"}}};
  return kPhrases;
}

// Ours, unless it is said of something that went to them.
const Phrases& our_place() {
  static const Phrases kPhrases = {{"en", {"our|we|we're|us|open|opens|come|bring|visit|find"}}};
  return kPhrases;
}

const Phrases& their_place() {
  static const Phrases kPhrases = {
      {"en",
       {"your|her|his|their address|neighbour|neighbor|flat|door|house|home|place",
        "neighbour|neighbor at", "address as", "at home", "you|she|he|they live|lives|lived",
        "have|see|got you at", "file|records|system says|has|shows",
        "we'll|i'll come|drive|send|go .. to",
        "delivered|sent|shipped|posted|handed|left|dispatched|went|gone|going .. to|at|with",
        "ms|mrs|mr|miss *"}}};
  return kPhrases;
}

// They want to know where we are, or where something is that is there for everybody.
const Phrases& asks_where() {
  static const Phrases kPhrases = {
      {"en",
       {"where are|do you", "where's the|this|that|your",
        "where is|are|does|will the|this|that|your|those",
        "where can|could|do|does|should|shall i|we|one .. find|get|buy|park|go|eat|try",
        "where can|could|do|does|should|shall i|we|one .. see|come|send|post|return|bring",
        "which|what station|stop|street|branch|shop|entrance|address|place|door",
        "your|the|full address|street", "nearest|closest",
        "have|got|any|another .. shop|store|branch|cafe|office|place",
        "how do|can i|we get|find|reach", "are|is you|it|that|there on|in|at|near"}}};
  return kPhrases;
}

// What they ask for may lie with somebody.
const Phrases& on_its_way() {
  static const Phrases kPhrases = {{"en",
                                    {"parcel|package|packet|order|delivery|delivered|courier",
                                     "driver|shipment|bag|luggage|suitcase|my|mine"}}};
  return kPhrases;
}

bool is_ours(const View& view, std::size_t sentence) {
  const Side& draft = view.draft;
  if (public_place().in_sentence(draft, sentence)) return true;
  if (their_place().in_sentence(draft, sentence)) return false;
  return our_place().in_sentence(draft, sentence) ||
         (asks_where().any(view.post) && !on_its_way().any(view.post));
}

const Phrases& where_they_stay() {
  static const Phrases kPhrases = {
      {"en",
       {"you're|you|are|were in 000", "you're|you|are|were in room|suite|cabin 0|00|000|0000",
        "your room|flat|apartment|seat|suite|cabin 00*|0*|000",
        "your room|flat|apartment|seat|suite|cabin is 00*|0*|000"}}};
  return kPhrases;
}

}  // namespace

// A house number, one or two names with capitals, the last of them a street.
void find_streets(const View& view, std::vector<Span>& out) {
  const Side& draft = view.draft;
  for (std::size_t i = 0; i + 2 < draft.words.size(); ++i) {
    const Word& number = draft.words[i];
    if (!is_house_number(draft.of(number))) continue;
    const bool led = i > 0 && in_a_row(draft, i - 1, i);
    const std::string_view before = led ? draft.words[i - 1].normal : std::string_view();
    if (leads_to_a_count(before)) continue;
    for (std::size_t last = i + 2; last < std::min(i + 4, draft.words.size()); ++last) {
      const Word& street = draft.words[last];
      if (!in_a_row(draft, i, last) || !is_capital(draft.text[draft.words[last - 1].span.begin])) {
        break;
      }
      if (!is_capital(draft.text[street.span.begin])) continue;
      if (!is_street(street.normal) &&
          !(may_be_street(street.normal) && leads_to_a_street(before))) {
        continue;
      }
      const Span name{draft.words[i + 1].span.begin, street.span.end};
      if (is_ours(view, street.sentence) || they_wrote(view, draft.of(name)) ||
          counts_something(draft, street.span.end)) {
        break;
      }
      out.push_back({number.span.begin, street.span.end});
      break;
    }
  }
}

void find_rooms(const View& view, std::vector<Span>& out) {
  const Side& draft = view.draft;
  std::vector<Phrases::Place> places;
  where_they_stay().find(draft, places);
  for (const Phrases::Place& place : places) {
    const Word& number = draft.words[place.end - 1];
    if (counts_something(draft, number.span.end) || they_wrote(view, draft.of(number))) continue;
    out.push_back({draft.words[place.begin].span.begin, number.span.end});
  }
}

}  // namespace rapport::coach
