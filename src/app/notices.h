// The carriers of notices, as the configuration has them.

#pragma once

#include <memory>

#include "app/config.h"
#include "base/clock.h"
#include "base/result.h"
#include "networks/notice.h"
#include "networks/transport.h"

namespace rapport {

struct NoticeCarriers {
  std::unique_ptr<NoticeCarrier> mail;  // null: no mail server is set
  std::unique_ptr<NoticeCarrier> webhook;
};

// Reads the password's file, if one is named. Fails with invalid and names the setting.
Result<NoticeCarriers> make_notice_carriers(const Config& config, Transport& transport,
                                            const Clock& clock);

}  // namespace rapport
