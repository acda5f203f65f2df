// What the demo's brand knows: its articles, and where they served already.

#pragma once

#include <functional>
#include <string>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/member.h"
#include "model/post.h"

namespace rapport {

class Store;

// Takes in the embedded articles (demo/articles) for the workspace of `owner`, and notes which
// posts of the story they answered; `post` finds one of those.
Result<Done> tell_articles(Store& store, IdMaker& ids, const Clock& clock, const Member& owner,
                           const std::function<Result<Post>(const std::string&)>& post);

}  // namespace rapport
