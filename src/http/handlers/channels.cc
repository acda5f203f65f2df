// Connected accounts.

#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/channel.h"
#include "http/wire/session.h"

namespace rapport {
namespace {

// The network refused the password, not us the member: 401 would sign a browser out.
Result<Response> channel_reply(const Result<ChannelView>& view, int status) {
  if (!view) {
    Error error = view.error();
    if (error.kind == ErrorKind::kUnauthorized) {
      error.kind = ErrorKind::kInvalid;
      error.field = "app_password";
    }
    return fail(std::move(error));
  }
  return json_reply(channel_json(*view), status);
}

}  // namespace

Result<Response> list_channels(Call& call) {
  const auto channels = call.services.desk.channels.list(call.by());
  if (!channels) return fail(channels.error());
  return json_reply(channels_json(*channels));
}

Result<Response> connect_channel(Call& call) {
  const auto request = read_connect(call.request.body);
  if (!request) return fail(request.error());
  return channel_reply(call.services.desk.channels.connect(call.by(), *request), 201);
}

// The browser is sent back to where it came from. Dispatch has checked that this is us.
Result<Response> begin_sign_in(Call& call) {
  auto begin = read_begin_sign_in(call.request.body);
  if (!begin) return fail(begin.error());
  std::string ours(call.request.header("origin"));
  if (ours.empty()) ours = call.services.settings.public_url;
  if (ours.empty()) begin->shows_code = true;
  if (!begin->shows_code) begin->input.redirect_url = ours + "/oauth/callback";
  const auto begun = call.services.desk.channels.begin_sign_in(call.by(), begin->input);
  if (!begun) return fail(begun.error());
  return json_reply(sign_in_json(*begun, begin->shows_code));
}

Result<Response> finish_sign_in(Call& call) {
  const auto finish = read_finish_sign_in(call.request.body);
  if (!finish) return fail(finish.error());
  return channel_reply(
      call.services.desk.channels.finish_sign_in(call.by(), finish->state, finish->code), 201);
}

Result<Response> find_sources(Call& call) {
  const auto wanted = read_find(call.request.body);
  if (!wanted) return fail(wanted.error());
  const auto found =
      call.services.desk.channels.find_sources(call.by(), wanted->network, wanted->address);
  if (!found) return fail(found.error());
  return json_reply(found_sources_json(*found));
}

Result<Response> reconnect_channel(Call& call) {
  const auto id = call.id<ChannelId>();
  if (!id) return fail(id.error());
  const auto password = read_reconnect(call.request.body);
  if (!password) return fail(password.error());
  return channel_reply(call.services.desk.channels.reconnect(call.by(), *id, *password), 200);
}

Result<Response> disconnect_channel(Call& call) {
  const auto id = call.id<ChannelId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  return channel_reply(call.services.desk.channels.disconnect(call.by(), *id), 200);
}

Result<Response> import_history(Call& call) {
  const auto id = call.id<ChannelId>();
  if (!id) return fail(id.error());
  const auto reach = read_history(call.request.body);
  if (!reach) return fail(reach.error());
  return channel_reply(call.services.desk.channels.import_history(call.by(), *id, *reach), 200);
}

Result<Response> stop_history(Call& call) {
  const auto id = call.id<ChannelId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  return channel_reply(call.services.desk.channels.stop_history(call.by(), *id), 200);
}

}  // namespace rapport
