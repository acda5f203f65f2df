// The handlers, one line each in the table of routes. A handler reads its input, calls one verb of
// the desk and writes its reply; who may call it was checked before.

#pragma once

#include "base/result.h"
#include "http/request.h"
#include "http/routes.h"

namespace rapport {

// session.cc
Result<Response> get_session(Call& call);
Result<Response> sign_in(Call& call);
Result<Response> sign_out(Call& call);
Result<Response> set_up(Call& call);
Result<Response> switch_workspace(Call& call);
Result<Response> leave_workspace(Call& call);
Result<Response> change_name(Call& call);
Result<Response> change_password(Call& call);
Result<Response> set_preferences(Call& call);
Result<Response> join(Call& call);

// team.cc
Result<Response> list_workspaces(Call& call);
Result<Response> create_workspace(Call& call);
Result<Response> rename_workspace(Call& call);
Result<Response> list_members(Call& call);
Result<Response> list_roles(Call& call);
Result<Response> invite_member(Call& call);
Result<Response> change_role(Call& call);
Result<Response> remove_member(Call& call);
Result<Response> list_invitations(Call& call);
Result<Response> renew_invitation(Call& call);
Result<Response> withdraw_invitation(Call& call);
Result<Response> look_at_invitation(Call& call);
Result<Response> list_audit(Call& call);

// conversations.cc
Result<Response> list_conversations(Call& call);
Result<Response> get_counts(Call& call);
Result<Response> get_conversation(Call& call);
Result<Response> get_thread(Call& call);

// decisions.cc
Result<Response> assign_conversation(Call& call);
Result<Response> snooze_conversation(Call& call);
Result<Response> resolve_conversation(Call& call);
Result<Response> skip_conversation(Call& call);
Result<Response> reopen_conversation(Call& call);

// bulk.cc
Result<Response> bulk_decide(Call& call);
Result<Response> undo_decisions(Call& call);

// tags.cc
Result<Response> list_tags(Call& call);
Result<Response> create_tag(Call& call);
Result<Response> change_tag(Call& call);
Result<Response> remove_tag(Call& call);
Result<Response> merge_tag(Call& call);
Result<Response> tag_conversation(Call& call);
Result<Response> untag_conversation(Call& call);

// readings.cc
Result<Response> correct_reading(Call& call);
Result<Response> uncorrect_reading(Call& call);
Result<Response> list_reasons(Call& call);
Result<Response> add_reason(Call& call);
Result<Response> rename_reason(Call& call);
Result<Response> merge_reason(Call& call);
Result<Response> summarise_reasons(Call& call);
Result<Response> get_voice(Call& call);
Result<Response> change_voice(Call& call);
Result<Response> list_coach_rules(Call& call);
Result<Response> change_coach_rules(Call& call);
Result<Response> review_draft(Call& call);
Result<Response> ask_coach(Call& call);
Result<Response> get_learning(Call& call);
Result<Response> switch_learning(Call& call);

// topics.cc
Result<Response> list_topics(Call& call);
Result<Response> summarise_topics(Call& call);
Result<Response> rename_topic(Call& call);
Result<Response> merge_topic(Call& call);

// remedies.cc
Result<Response> fix_reason(Call& call);
Result<Response> list_remedies(Call& call);
Result<Response> get_remedy(Call& call);
Result<Response> list_remedy_people(Call& call);
Result<Response> set_remedy_person_aside(Call& call);
Result<Response> bring_remedy_person_back(Call& call);
Result<Response> close_remedy(Call& call);
Result<Response> reopen_remedy(Call& call);

// monitors.cc
Result<Response> list_monitors(Call& call);
Result<Response> create_monitor(Call& call);
Result<Response> change_monitor(Call& call);
Result<Response> remove_monitor(Call& call);
Result<Response> list_heard(Call& call);
Result<Response> summarise_mentions(Call& call);
Result<Response> share_of_voice(Call& call);
Result<Response> check_query(Call& call);
Result<Response> list_query_fields(Call& call);
Result<Response> preview_query(Call& call);

// coverage.cc
Result<Response> list_coverage(Call& call);
Result<Response> start_backfill(Call& call);
Result<Response> stop_backfill(Call& call);

// alerts.cc
Result<Response> list_alerts(Call& call);
Result<Response> mark_alerts_read(Call& call);
Result<Response> list_alert_rules(Call& call);
Result<Response> put_alert_rules(Call& call);

// views.cc
Result<Response> list_views(Call& call);
Result<Response> create_view(Call& call);
Result<Response> change_view(Call& call);
Result<Response> remove_view(Call& call);
Result<Response> arrange_views(Call& call);

// knowledge.cc
Result<Response> list_articles(Call& call);
Result<Response> get_article(Call& call);
Result<Response> create_article(Call& call);
Result<Response> change_article(Call& call);
Result<Response> remove_article(Call& call);
Result<Response> import_articles(Call& call);
Result<Response> export_articles(Call& call);
Result<Response> suggest_statelessly(Call& call);
Result<Response> list_article_uses(Call& call);
Result<Response> list_suggestions(Call& call);
Result<Response> list_article_categories(Call& call);
Result<Response> create_article_category(Call& call);
Result<Response> change_article_category(Call& call);
Result<Response> remove_article_category(Call& call);

// presence.cc
Result<Response> put_presence(Call& call);
Result<Response> list_presence(Call& call);

// export.cc
Result<Response> export_conversation(Call& call);

// writing.cc
Result<Response> add_note(Call& call);
Result<Response> mark_seen(Call& call);
Result<Response> save_draft(Call& call);
Result<Response> propose_draft(Call& call);
Result<Response> drop_draft(Call& call);

// acts.cc
Result<Response> reply(Call& call);
Result<Response> publish_post(Call& call);
Result<Response> quote_post(Call& call);
Result<Response> repost_post(Call& call);
Result<Response> unrepost_post(Call& call);
Result<Response> like_post(Call& call);
Result<Response> unlike_post(Call& call);
Result<Response> delete_post(Call& call);
Result<Response> hide_post(Call& call);
Result<Response> unhide_post(Call& call);
Result<Response> follow_person(Call& call);
Result<Response> unfollow_person(Call& call);
Result<Response> mute_person(Call& call);
Result<Response> unmute_person(Call& call);
Result<Response> block_person(Call& call);
Result<Response> unblock_person(Call& call);
Result<Response> get_act(Call& call);
Result<Response> undo_act(Call& call);
Result<Response> retry_act(Call& call);
Result<Response> dismiss_act(Call& call);

// attachments.cc
Result<Response> add_attachment(Call& call);
Result<Response> get_attachment(Call& call);
Result<Response> preview_card(Call& call);

// people.cc
Result<Response> get_person(Call& call);

// channels.cc
Result<Response> list_channels(Call& call);
Result<Response> find_sources(Call& call);
Result<Response> connect_channel(Call& call);
Result<Response> begin_sign_in(Call& call);
Result<Response> finish_sign_in(Call& call);
Result<Response> reconnect_channel(Call& call);
Result<Response> disconnect_channel(Call& call);
Result<Response> import_history(Call& call);
Result<Response> stop_history(Call& call);

// tokens.cc
Result<Response> list_tokens(Call& call);
Result<Response> create_token(Call& call);
Result<Response> remove_token(Call& call);

// system.cc
Result<Response> stream_events(Call& call);
Result<Response> get_health(Call& call);
Result<Response> get_openapi(Call& call);

}  // namespace rapport
