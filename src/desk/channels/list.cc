#include "desk/channels/channels.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr int kSpansMost = 50;

Result<ChannelView> view_in(Unit& unit, Channel channel) {
  ChannelView view;
  auto account = unit.people().account(channel.workspace, channel.account);
  RAPPORT_TRY(account);
  view.account = std::move(*account);
  auto sources = unit.channels().sources(channel.workspace, channel.id);
  RAPPORT_TRY(sources);
  for (auto& source : *sources) {
    auto spans = unit.channels().spans(channel.workspace, channel.id, source.source, kSpansMost);
    RAPPORT_TRY(spans);
    view.sources.push_back(ChannelSourceView{std::move(source), std::move(*spans)});
  }
  auto history = unit.histories().of_channel(channel.workspace, channel.id);
  RAPPORT_TRY(history);
  view.history = std::move(*history);
  view.channel = std::move(channel);
  view.channel.sealed_secret.clear();  // nobody who looks needs it
  return view;
}

}  // namespace

Result<std::vector<ChannelView>> ChannelDesk::list(const Member& by) {
  return store_.read([&](Unit& unit) -> Result<std::vector<ChannelView>> {
    auto channels = unit.channels().all(by.workspace);
    RAPPORT_TRY(channels);
    std::vector<ChannelView> views;
    for (auto& channel : *channels) {
      auto view = view_in(unit, std::move(channel));
      RAPPORT_TRY(view);
      views.push_back(std::move(*view));
    }
    return views;
  });
}

Result<ChannelView> ChannelDesk::view(const Member& by, ChannelId id) {
  return store_.read([&](Unit& unit) -> Result<ChannelView> {
    auto channel = unit.channels().find(by.workspace, id);
    RAPPORT_TRY(channel);
    return view_in(unit, std::move(*channel));
  });
}

}  // namespace rapport
