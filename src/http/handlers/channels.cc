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
