// Values to store: complete, valid, and distinct by their number.

#pragma once

#include <string>

#include "model/account.h"
#include "model/act.h"
#include "model/attachment.h"
#include "model/channel.h"
#include "model/conversation.h"
#include "model/event.h"
#include "model/history.h"
#include "model/interaction.h"
#include "model/member.h"
#include "model/post.h"
#include "model/saved_view.h"
#include "model/tag.h"

namespace rapport::sample {

// A time so many seconds after noon of 1 November 2026.
Time at(std::int64_t seconds);

Workspace workspace(int number);
Login login(int number);
Member member(WorkspaceId workspace, int number);
Channel channel(WorkspaceId workspace, int number);
Account account(WorkspaceId workspace, int number);  // of person(workspace, number)
Person person(WorkspaceId workspace, int number);
// Open, waiting since at(number), of channel 1.
Conversation conversation(WorkspaceId workspace, int number);
// In conversation 1, by account 1, said and heard at(number).
Post post(WorkspaceId workspace, int number, std::string text = "Good coffee today");
Act act(WorkspaceId workspace, int number);  // a queued reply in conversation 1, due at(number)
Attachment attachment(WorkspaceId workspace, int number);
HistoryImport history(WorkspaceId workspace, int number);  // of channel 1
Event event(WorkspaceId workspace, int number);
Tag tag(WorkspaceId workspace, int number);         // "Tag 1"
SavedView view(WorkspaceId workspace, int number);  // open ones of nobody, private, of member 5

}  // namespace rapport::sample
