// The command line: every command with its options and help, in one place.

#pragma once

namespace rapport {

int run_command_line(int argc, char** argv);

}  // namespace rapport
