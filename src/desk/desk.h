// The whole desk, as the HTTP handlers are given it.

#pragma once

#include <string>

#include "desk/assisting/assisting.h"
#include "desk/audience/audience.h"
#include "desk/channels/channels.h"
#include "desk/coaching/coaching.h"
#include "desk/inbox/inbox.h"
#include "desk/knowledge/knowledge_desk.h"
#include "desk/listening/alerts.h"
#include "desk/listening/coverage.h"
#include "desk/listening/monitors.h"
#include "desk/outbox/cards.h"
#include "desk/outbox/outbox.h"
#include "desk/reading/readings.h"
#include "desk/solving/solving.h"
#include "desk/tagging/tagging.h"
#include "desk/team/team.h"
#include "desk/views/saved_views.h"

namespace rapport {

struct Desk {
  Store& store;
  Inbox& inbox;
  Outbox& outbox;
  Cards& cards;
  ChannelDesk& channels;
  Team& team;
  Audience& audience;
  Tagging& tagging;
  SavedViews& views;
  Readings& readings;
  Monitors& monitors;
  Coverage& coverage;
  Alerts& alerts;
  Coaching& coaching;
  KnowledgeDesk& knowledge;
  Solving& solving;
  Assisting& assisting;
};

}  // namespace rapport
