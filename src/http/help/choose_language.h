// Which of a site's languages somebody is shown.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

// The one of `offered` that a browser's Accept-Language likes best; nothing if it likes none. A
// language fits another region's, too: "de-AT" takes "de".
std::optional<std::string> liked_language(std::string_view accept_language,
                                          const std::vector<std::string>& offered);

}  // namespace rapport
