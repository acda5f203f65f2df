// JSON values that several nouns share. Only sources of wire/ include this.

#pragma once

#include <string_view>
#include <vector>

#include "desk/audience/audience.h"
#include "desk/channels/channels.h"
#include "desk/inbox/inbox.h"
#include "desk/reading/readings.h"
#include "desk/team/team.h"
#include "http/wire/json.h"
#include "http/wire/schema.h"

namespace rapport {

json::object member_part(const Member& member, MemberId me);
// What a role may do, as words.
json::array permissions_part(Role role);
// { id, name } of a member.
json::object member_ref(MemberId id, std::string_view name);
json::object account_ref(const Account& account);
std::vector<schema::Field> account_ref_fields();
json::object limits_part(const Limits& limits);
json::object act_part(const ActView& view);
// Pictures of an act or a draft.
json::array act_media_part(const std::vector<ActMedia>& media);
json::array texts_part(const std::vector<std::string>& texts);
// Where a member's browser finds an uploaded picture.
std::string attachment_path(AttachmentId id);
json::object note_part(const NoteView& view);
json::object tag_part(const Tag& tag);  // { id, name, color }
json::object row_part(const ConversationRow& row);
json::object detail_part(const ConversationDetail& detail);
json::object reading_part(const ShownReading& reading);
json::array post_examples_part(const std::vector<PostExample>& examples);
json::value gist_part(const std::optional<ReadingGist>& gist);
json::object post_part(const ThreadPost& view);
json::object draft_part(const Draft& draft);

std::vector<schema::Named> session_schemas();
std::vector<schema::Named> team_schemas();
std::vector<schema::Named> conversation_schemas();
std::vector<schema::Named> thread_schemas();
std::vector<schema::Named> act_schemas();
std::vector<schema::Named> person_schemas();
std::vector<schema::Named> channel_schemas();
std::vector<schema::Named> token_schemas();
std::vector<schema::Named> tag_schemas();
std::vector<schema::Named> reading_schemas();
std::vector<schema::Named> topic_schemas();
std::vector<schema::Named> remedy_schemas();
std::vector<schema::Named> monitor_schemas();
std::vector<schema::Named> coverage_schemas();
std::vector<schema::Named> alert_schemas();
std::vector<schema::Named> view_schemas();
std::vector<schema::Named> article_schemas();
std::vector<schema::Named> article_import_schemas();
std::vector<schema::Named> proposal_schemas();
std::vector<schema::Named> bulk_schemas();
std::vector<schema::Named> presence_schemas();
std::vector<schema::Named> voice_schemas();
std::vector<schema::Named> coaching_schemas();
std::vector<schema::Named> problem_schemas();

}  // namespace rapport
