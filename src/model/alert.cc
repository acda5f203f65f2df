#include "model/alert.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<AlertKind, 3> kKinds{{{AlertKind::kSpike, "spike"},
                                      {AlertKind::kNegative, "negative"},
                                      {AlertKind::kPerson, "person"}}};

constexpr Words<AlertCarrier, 2> kCarriers{
    {{AlertCarrier::kMail, "mail"}, {AlertCarrier::kWebhook, "webhook"}}};

constexpr Words<AlertDeliveryState, 4> kStates{{{AlertDeliveryState::kWaiting, "waiting"},
                                                {AlertDeliveryState::kSent, "sent"},
                                                {AlertDeliveryState::kFailed, "failed"},
                                                {AlertDeliveryState::kUnknown, "unknown"}}};

}  // namespace

std::string_view to_word(AlertKind kind) { return kKinds.word(kind); }
std::optional<AlertKind> alert_kind_of(std::string_view word) { return kKinds.find(word); }
std::string_view to_word(AlertCarrier carrier) { return kCarriers.word(carrier); }
std::optional<AlertCarrier> alert_carrier_of(std::string_view word) { return kCarriers.find(word); }
std::string_view to_word(AlertDeliveryState state) { return kStates.word(state); }
std::optional<AlertDeliveryState> alert_delivery_state_of(std::string_view word) {
  return kStates.find(word);
}

}  // namespace rapport
