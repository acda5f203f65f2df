// The id types of every noun, so that each header need not know the others.

#pragma once

#include "base/ids.h"

namespace rapport {

using WorkspaceId = Id<struct WorkspaceNoun>;
using LoginId = Id<struct LoginNoun>;
using MemberId = Id<struct MemberNoun>;
using TokenId = Id<struct TokenNoun>;
using InvitationId = Id<struct InvitationNoun>;
using AuditId = Id<struct AuditNoun>;
using ChannelId = Id<struct ChannelNoun>;
using AccountId = Id<struct AccountNoun>;
using PersonId = Id<struct PersonNoun>;
using PostId = Id<struct PostNoun>;
using ConversationId = Id<struct ConversationNoun>;
using NoteId = Id<struct NoteNoun>;
using DecisionId = Id<struct DecisionNoun>;
using ActId = Id<struct ActNoun>;
using DeliveryId = Id<struct DeliveryNoun>;
using AttachmentId = Id<struct AttachmentNoun>;
using TagId = Id<struct TagNoun>;
using TopicId = Id<struct TopicNoun>;
using BackfillId = Id<struct BackfillNoun>;
using MonitorId = Id<struct MonitorNoun>;
using AlertId = Id<struct AlertNoun>;
using ArticleId = Id<struct ArticleNoun>;
using ArticleCategoryId = Id<struct ArticleCategoryNoun>;
using ArticleUseId = Id<struct ArticleUseNoun>;
using RemedyId = Id<struct RemedyNoun>;
using ViewId = Id<struct ViewNoun>;
using ProposalId = Id<struct ProposalNoun>;
using ReasonId = Id<struct ReasonNoun>;  // of one that a workspace added; its key is this number
using EventId = Id<struct EventNoun>;    // rises with every event of the installation

}  // namespace rapport
