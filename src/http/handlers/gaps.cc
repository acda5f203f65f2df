// What people ask and no article answers.

#include "http/wire/gap.h"

#include "http/handlers/help_handlers.h"
#include "http/handlers/replies.h"
#include "http/wire/article.h"
#include "http/wire/session.h"

namespace rapport {
namespace {

GapDesk gap_desk(Call& call) {
  Desk& desk = call.services.desk;
  return {desk.store, call.services.clock, desk.knowledge};
}

Result<Response> gap_reply(const Result<GapView>& gap) {
  if (!gap) return fail(gap.error());
  return json_reply(gap_json(*gap));
}

}  // namespace

Result<Response> list_gaps(Call& call) {
  const auto gaps = gap_desk(call).list(call.by());
  if (!gaps) return fail(gaps.error());
  return json_reply(gap_list_json(*gaps));
}

Result<Response> list_gap_posts(Call& call) {
  const auto id = call.id<GapId>();
  if (!id) return fail(id.error());
  const auto posts = gap_desk(call).posts(call.by(), *id);
  if (!posts) return fail(posts.error());
  return json_reply(gap_posts_json(*posts));
}

Result<Response> dismiss_gap(Call& call) {
  const auto id = call.id<GapId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  return gap_reply(gap_desk(call).dismiss(call.by(), *id));
}

Result<Response> reopen_gap(Call& call) {
  const auto id = call.id<GapId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  return gap_reply(gap_desk(call).reopen(call.by(), *id));
}

Result<Response> draft_article(Call& call) {
  const auto ask = read_article_draft(call.request.body);
  if (!ask) return fail(ask.error());
  GapDesk gaps = gap_desk(call);
  const auto article =
      ask->gap ? gaps.draft(call.by(), *ask->gap) : gaps.draft(call.by(), ask->threads);
  if (!article) return fail(article.error());
  return json_reply(article_json(*article), 201);
}

}  // namespace rapport
