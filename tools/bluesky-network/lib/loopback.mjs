// Keeps every server of this process on the loopback address.
//
// The services call listen(port) without an address, which is every interface of the machine; they
// have no setting for it. Import this before them.
import dns from 'node:dns'
import net from 'node:net'

// They call each other by `localhost`, which must then not mean ::1.
dns.setDefaultResultOrder('ipv4first')

const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (first, ...rest) {
  if (typeof first === 'number' && typeof rest[0] !== 'string') rest.unshift('127.0.0.1')
  else if (first && typeof first === 'object' && first.port != null && !first.host)
    first = { ...first, host: '127.0.0.1' }
  return listen.call(this, first, ...rest)
}
