// Connecting an account on its network's own pages: a browser is sent there with a state, and comes
// back with the state and a code.
//
// The state is what finishing needs, sealed for the member who began: nothing is kept here between
// the halves, so a restart loses none, and a state made up, taken from another member or too old
// opens nothing.

#include "base/secret_box.h"
#include "base/url.h"
#include "desk/channels/channels.h"
#include "networks/registry.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::chrono::minutes kGoodFor{30};

struct State {
  std::string network;
  Time until;
  HistoryReach history = HistoryReach::kMonth;
  std::optional<ChannelId> channel;
  std::string kept;
};

std::string context_of(const Member& by) {
  return "sign-in:" + to_string(by.workspace) + ":" + to_string(by.id);
}

// A line each; what the network keeps comes last and may be anything.
std::string text_of(const State& state) {
  std::string text = state.network + "\n" + format_time(state.until) + "\n";
  text.append(to_word(state.history)).append("\n");
  text += (state.channel ? to_string(*state.channel) : std::string()) + "\n" + state.kept;
  return text;
}

std::optional<State> state_of(std::string_view text) {
  const auto line = [&]() -> std::optional<std::string_view> {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view one = text.substr(0, end);
    text.remove_prefix(end + 1);
    return one;
  };
  const auto network = line();
  const auto until = line();
  const auto history = line();
  const auto channel = line();
  if (!channel) return std::nullopt;
  const auto time = parse_time(*until);
  const auto reach = history_reach_of(*history);
  if (!time || !reach) return std::nullopt;
  State state{std::string(*network), *time, *reach, std::nullopt, std::string(text)};
  if (!channel->empty()) {
    state.channel = parse_id<ChannelId>(*channel);
    if (!state.channel) return std::nullopt;
  }
  return state;
}

Result<Done> may_manage(const Member& by) {
  if (by.may_manage()) return Done{};
  return forbidden("Only an owner or admin can connect channels.");
}

}  // namespace

Result<SignInBegun> ChannelDesk::begin_sign_in(const Member& by, const SignInInput& input) {
  RAPPORT_TRY(may_manage(by));
  State state;
  state.network = input.network;
  state.history = input.history;
  state.channel = input.channel;
  state.until = clock_.now() + kGoodFor;
  SignInRequest wanted{input.service, input.redirect_url};
  if (input.channel) {
    auto channel =
        store_.read([&](Unit& unit) { return unit.channels().find(by.workspace, *input.channel); });
    RAPPORT_TRY(channel);
    state.network = channel->network;
    wanted.service = channel->service;
  }
  auto start = registry_.start_sign_in(state.network, wanted);
  RAPPORT_TRY(start);
  state.kept = std::move(start->kept);
  auto sealed = secrets_.seal(text_of(state), context_of(by));
  RAPPORT_TRY(sealed);
  const char joint = start->address.find('?') == std::string::npos ? '?' : '&';
  return SignInBegun{start->address + joint + "state=" + encode_url_value(*sealed),
                     std::move(*sealed)};
}

Result<ChannelView> ChannelDesk::finish_sign_in(const Member& by, const std::string& state,
                                                const std::string& code) {
  RAPPORT_TRY(may_manage(by));
  const auto opened = secrets_.open(state, context_of(by));
  const auto begun = opened ? state_of(*opened) : std::nullopt;
  if (!begun) {
    return invalid(
        "This sign-in was not begun here by you. Please begin again under Settings, Channels.",
        "state");
  }
  if (begun->until < clock_.now()) {
    return invalid("This sign-in was begun too long ago. Please begin again.", "state");
  }
  auto account = registry_.finish_sign_in(begun->network, begun->kept, code);
  RAPPORT_TRY(account);
  if (begun->channel) {
    auto channel = store_.read(
        [&](Unit& unit) { return unit.channels().find(by.workspace, *begun->channel); });
    RAPPORT_TRY(channel);
    if (account->account.native_id != channel->native_id) {
      return invalid("You signed in as @" + account->account.handle +
                         ", which is another account. Please sign in as @" + channel->handle + ".",
                     "code");
    }
  }
  auto kept = keep(by, begun->network, *account, std::nullopt);
  if (!kept || begun->history == HistoryReach::kMonth) return kept;
  return import_history(by, kept->channel.id, begun->history);
}

}  // namespace rapport
